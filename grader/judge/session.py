"""One pytest session kept open: checks are collected once and run for every submission.

pytest's own `main` would end after one run, so the session is opened piece by piece, as pytest's
`wrap_session` does. A check that needs anything of pytest runs through `pytest_runtest_protocol`,
as it would there; a plain one is called.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from _pytest.config import _prepareconfig

from grader.errors import GraderError
from grader.judge import plugin
from grader.judge.limit import limited
from grader.judge.plain_checks import plain_check, run_plain
from grader.judge.trial import BENCH, Bench, Trial
from grader.model import Check, Problem

_OPTIONS = (
    *("-c", os.devnull, "--import-mode=importlib", "--noconftest", "--disable-plugin-autoload"),
    "--assert=plain",
    *(
        part
        for name in ("cacheprovider", "terminal", "logging", "warnings", "junitxml", "pastebin")
        for part in ("-p", f"no:{name}")
    ),
    *("-p", "no:doctest", "-p", "no:faulthandler", "-p", "no:stepwise", "-p", "no:debugging"),
    *("-p", "no:threadexception", "-p", "no:unraisableexception", "-p", "no:setuponly"),
    *("-p", "no:unittest", "-p", "no:capture", "-p", "no:subtests", "-p", "no:setupplan"),
)


class _Ear:
    """Keeps what a check raised; pytest's own rendering of tracebacks is never paid for."""

    def __init__(self) -> None:
        self.error: BaseException | None = None
        self.collecting: list[str] = []

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> pytest.TestReport:
        if call.excinfo is not None and self.error is None:
            self.error = call.excinfo.value
        outcome: Any = "passed" if call.excinfo is None else "failed"
        where = (str(item.path), 0, item.name)
        when: Any = call.when
        return pytest.TestReport(item.nodeid, where, {}, outcome, None, when)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.collecting.append(str(report.longrepr))


class CheckSession:
    """The collected checks of some problems, by (problem, check)."""

    def __init__(self, bench: Bench, problems: Iterable[Problem]) -> None:
        self._bench = bench
        self._ear = _Ear()
        files = [str(path) for problem in problems for path in check_files(problem)]
        arguments = [*_OPTIONS, "--rootdir", str(bench.bank.root), *files]
        self._config = _prepareconfig(arguments, [plugin, self._ear])
        self._config.stash[BENCH] = bench
        self._config._do_configure()
        self._session = pytest.Session.from_config(self._config)
        self._config.hook.pytest_sessionstart(session=self._session)
        self._items = self._collect()
        self._plain = {key: plain_check(item) for key, item in self._items.items()}

    def run(self, check: Check, trial: Trial) -> BaseException | None:
        """Runs one check on a trial; what it raised, or None if it passed."""
        key = check.problem, check.id
        if key not in self._items:
            raise GraderError(f"check {check.id!r} of {check.problem!r} has no pytest function")
        with limited():
            plain = self._plain[key]
            return run_plain(plain, trial) if plain else self._by_pytest(self._items[key], trial)

    def _by_pytest(self, item: pytest.Item, trial: Trial) -> BaseException | None:
        self._bench.trial, self._ear.error = trial, None
        self._config.hook.pytest_runtest_protocol(item=item, nextitem=None)
        self._bench.trial = None
        return self._ear.error

    def close(self) -> None:
        """Ends the session."""
        self._config.hook.pytest_sessionfinish(session=self._session, exitstatus=0)
        self._config._ensure_unconfigure()

    def _collect(self) -> dict[tuple[str, str], pytest.Item]:
        known = set(sys.modules)
        try:
            self._config.hook.pytest_collection(session=self._session)
        except pytest.Collector.CollectError as error:
            raise GraderError(f"checks cannot be collected: {error}") from error
        if self._ear.collecting:
            raise GraderError("checks cannot be collected: " + "\n".join(self._ear.collecting))
        _forget_modules(self._session.items, known)
        return {(i.path.parent.name, plugin.check_id(i)): i for i in self._session.items}


def _forget_modules(items: Iterable[pytest.Item], known: set[str]) -> None:
    """Takes the test modules out of sys.modules: pytest names them by their path below the root,
    so that another bank's `solutions/…/test_x.py` in this process would be given ours."""
    for item in items:
        module = getattr(item, "module", None)
        parts = module.__name__.split(".") if module else []
        for end in range(1, len(parts) + 1):
            name = ".".join(parts[:end])
            if name not in known:
                sys.modules.pop(name, None)


def check_files(problem: Problem) -> list[Path]:
    """problem.yaml for its examples, and the pytest files of both trees."""
    tests = [problem.folder / f"test_{problem.id}.py"]
    if problem.secret is not None:
        tests.append(problem.secret / f"test_{problem.id}.py")
    files = [problem.folder / "problem.yaml"] if "examples" in problem.file.checks else []
    return files + [path for path in tests if path.exists()]
