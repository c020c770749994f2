"""The pytest plugin: fixtures for checks, and the examples of problem.yaml as test items.

In a judge's session the Bench holds the submission's trial. Under plain `pytest solutions/...`
there is none, and each check runs on the reference: how an author tries a check.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from grader.bank.load import find_root, load_bank
from grader.errors import GraderError
from grader.judge.examples import expect_examples
from grader.judge.given import Parameters, reference_of
from grader.judge.reference import Reference
from grader.judge.trial import BENCH, Bench, Trial, draws
from grader.model import Check, Problem
from grader.sandbox.proxies import Student


@pytest.fixture
def student(request: pytest.FixtureRequest) -> Student:
    """The functions under test: a submission's, or the reference's for authors."""
    return _trial(request.node).student


@pytest.fixture
def reference(request: pytest.FixtureRequest) -> Reference:
    """The problem's own solution, run in this process."""
    return reference_of(_trial(request.node))


@pytest.fixture
def rng(request: pytest.FixtureRequest) -> np.random.Generator:
    """Draws seeded by salt, problem and check: the same for every student and run."""
    return _trial(request.node).rng


@pytest.fixture
def parameters(request: pytest.FixtureRequest) -> Parameters:
    """The values of the problem's parameters, as `parameters.a`: the student's own."""
    return Parameters(_trial(request.node).problem)


class ExamplesFile(pytest.File):
    """A problem.yaml whose examples are one check."""

    def collect(self) -> Iterator[ExamplesItem]:
        yield ExamplesItem.from_parent(self, name="examples")


class ExamplesItem(pytest.Item):
    """The examples of a problem, called one after the other."""

    def runtest(self) -> None:
        trial = _trial(self)
        expect_examples(trial.problem, trial.student)


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> ExamplesFile | None:
    """problem.yaml is collected where it belongs to a course."""
    if file_path.name != "problem.yaml" or not (file_path.parents[3] / "course.yaml").exists():
        return None
    file: ExamplesFile = ExamplesFile.from_parent(parent, path=file_path)
    return file


def _trial(item: Any) -> Trial:
    bench = item.config.stash.get(BENCH, None)
    if bench is not None:
        return _present(bench)
    if "author trial" not in item.__dict__:
        problem, check = _subject(item)
        bench = _author_bench(find_root(item.path))
        item.__dict__["author trial"] = bench.rehearsal(problem, draws(bench.bank, check))
    trial: Trial = item.__dict__["author trial"]
    return trial


def _present(bench: Bench) -> Trial:
    if bench.trial is None:
        raise GraderError("a check ran outside a trial")
    return bench.trial


def _subject(item: Any) -> tuple[Problem, Check]:
    """The problem and check that an item stands for, by the folder and function it came from."""
    bench = item.config.stash.get(BENCH, None) or _author_bench(find_root(item.path))
    problem = bench.bank.problem(item.path.parent.name)
    name = check_id(item)
    for check in problem.checks:
        if check.id == name:
            return problem, check
    raise GraderError(f"{item.path}: check {name!r} is not listed in the problem's YAML")


def check_id(item: pytest.Item) -> str:
    """The id of the check an item runs: its function's name without `test_`."""
    return getattr(item, "originalname", item.name).removeprefix("test_")


@lru_cache(maxsize=4)
def _author_bench(root: Path) -> Bench:
    return Bench(load_bank(root))
