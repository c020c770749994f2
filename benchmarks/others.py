"""The same checks through otter-grader, nbgrader and our own batch, side by side.

    python benchmarks/others.py [--rounds 3] [--nbgrader PYTHON]

Every row grades submissions that are right, with the checks of `foundations`, public and hidden.
otter and nbgrader run them in the kernel of the submission, as is their way (`in_kernel.py`); ours
run in the judge, with the submission in its sandbox. The rows take turns; medians are printed.
`--nbgrader` is the Python of an environment with nbgrader and this grader; without it there is no
such row. README.md beside this file has what was measured.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
from in_kernel import checks_of
from throughput import Work, run_batch, write_class

from grader.bank.load import load_bank
from grader.model import Bank
from grader.sandbox.cores import cores

HERE = Path(__file__).parent
ASSIGNMENT = "foundations"
NOTEBOOK = "work.ipynb"

_OTTER_TEST = """\
from in_kernel import run_check
from otter.test_files import test_case

OK_FORMAT = False
name = {problem!r}

"""
_OTTER_CASE = """
@test_case(name={check!r}, points=1)
def test_{check}(env):
    run_check({problem!r}, {check!r}, env)

"""


class Otter:
    """`otter run` on a stock zip, once for each submission."""

    def __init__(self, bank: Bank, folder: Path) -> None:
        tests = folder / "tests"
        tests.mkdir(parents=True)
        self._checks = checks_of(bank, ASSIGNMENT)
        for name in bank.assignment(ASSIGNMENT).problems:
            cases = [
                _OTTER_CASE.format(problem=problem, check=check)
                for problem, check in self._checks
                if problem == name
            ]
            text = _OTTER_TEST.format(problem=name) + "".join(cases)
            (tests / f"{name}.py").write_text(text, "utf-8")
        self._zip = folder / "autograder.zip"
        command = [sys.executable, "-m", "otter", "generate", "-t", "tests", "-o", self._zip.name]
        _run([*command, "--no-environment", "--no-requirements"], folder)

    def run(self, paths: list[Path]) -> None:
        for path in paths:
            with tempfile.TemporaryDirectory() as out:
                command = [sys.executable, "-m", "otter", "run", str(path), "-a", str(self._zip)]
                _run([*command, "-o", out, "--no-logo"], Path(out))
                tests = json.loads(Path(out, "results.json").read_bytes())["tests"]
            earned = sum(test.get("score", 0) for test in tests)
            _require(f"otter, {path.name}", earned, len(self._checks))


class Nbgrader:
    """`nbgrader autograde`, one command for all submissions, as its users do."""

    def __init__(self, bank: Bank, folder: Path, python: Path) -> None:
        self._folder, self._python = folder, python
        self._checks = checks_of(bank, ASSIGNMENT)
        problems = bank.assignment(ASSIGNMENT).problems
        answers = [_cell(f"answer_{name}", "pass", solution=True) for name in problems]
        tests = [
            _cell(
                f"{problem}_{check}",
                f"from in_kernel import run_check\nrun_check({problem!r}, {check!r}, globals())",
                grade=True,
            )
            for problem, check in self._checks
        ]
        self._cells = [*answers, *tests]
        self._write(folder / "source" / "all" / NOTEBOOK, {})
        _run([str(python), "-m", "nbgrader", "generate_assignment", "all"], folder)

    def run(self, paths: list[Path]) -> None:
        for path in paths:
            place = self._folder / "submitted" / path.stem / "all" / NOTEBOOK
            self._write(place, {"answer_dot_by_hand": path.read_text("utf-8")})
        command = [str(self._python), "-m", "nbgrader", "autograde", "all", "--force"]
        _run(command, self._folder)
        for path in paths:
            done = self._folder / "autograded" / path.stem / "all" / NOTEBOOK
            cells = nbformat.read(done, as_version=4).cells
            outputs = [o for c in cells for o in c.get("outputs", ()) if o.output_type == "error"]
            _require(f"nbgrader, {path.name}", -len(outputs), 0)

    def _write(self, path: Path, sources: dict[str, str]) -> None:
        """The notebook, with these sources in its answer cells."""
        path.parent.mkdir(parents=True, exist_ok=True)
        cells = [
            {**cell, "source": sources.get(cell["id"], cell["source"])} for cell in self._cells
        ]
        book = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
        path.write_text(json.dumps(book), "utf-8")


def _cell(name: str, source: str, *, grade: bool = False, solution: bool = False) -> Any:
    about = {"grade": grade, "solution": solution, "locked": not solution, "task": False}
    about |= {"grade_id": name, "schema_version": 3} | ({"points": 1} if grade else {})
    return {
        "cell_type": "code",
        "id": name,
        "metadata": {"nbgrader": about},
        "source": source,
        "outputs": [],
        "execution_count": None,
    }


def _run(command: list[str], folder: Path) -> None:
    # nbgrader calls alembic by its name, which lies beside its own Python.
    path = f"{Path(command[0]).parent}{os.pathsep}{os.environ['PATH']}"
    own = {"PATH": path, "PYTHONPATH": str(HERE), "OPENBLAS_NUM_THREADS": "1"}
    environment = {**os.environ, **own}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{' '.join(command[:4])} failed:\n{(done.stdout + done.stderr)[-2000:]}")


def _require(name: str, got: float, wanted: float) -> None:
    if got != wanted:
        raise SystemExit(f"{name}: {got:g}, not {wanted:g}: a check failed, so it is other work")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3, help="turns; the median is printed")
    parser.add_argument("--each", type=int, default=3, help="submissions a round for the others")
    parser.add_argument("--ours", type=int, default=60, help="submissions a round for ours")
    parser.add_argument("--nbgrader", type=Path, metavar="PYTHON")
    options = parser.parse_args()
    bank = load_bank(HERE.parent)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        work = Work(bank, ASSIGNMENT, folder / "inbox")
        write_class(bank, ASSIGNMENT, work.inbox, options.ours)
        few = work.paths[: options.each]
        otter = Otter(bank, folder / "otter")
        rows: dict[str, Callable[[], float]] = {
            "otter run, stock zip": lambda: _seconds(otter.run, few)
        }
        if options.nbgrader:
            other = Nbgrader(bank, folder / "nbgrader", options.nbgrader.absolute())
            rows["nbgrader autograde"] = lambda: _seconds(other.run, few)
        for jobs in sorted({1, cores()}):
            rows[f"grader batch --jobs {jobs}"] = lambda jobs=jobs: (
                run_batch(work, jobs) / len(work.paths)
            )
        taken: dict[str, list[float]] = {name: [] for name in rows}
        for number in range(options.rounds):
            for name, row in rows.items():
                print(f"round {number + 1} of {options.rounds}: {name}", file=sys.stderr)
                taken[name].append(row())
    medians = {name: statistics.median(each) for name, each in taken.items()}
    slowest = medians["otter run, stock zip"]
    print(f"{len(checks_of(bank, ASSIGNMENT))} checks a submission, medians of {options.rounds}\n")
    for name, seconds in medians.items():
        print(f"{name:24}{seconds * 1e3:10.0f} ms a submission{slowest / seconds:8.1f} x otter")


def _seconds(run: Callable[[list[Path]], None], paths: list[Path]) -> float:
    """What one submission takes."""
    began = time.perf_counter()
    run(paths)
    return (time.perf_counter() - began) / len(paths)


if __name__ == "__main__":
    main()
