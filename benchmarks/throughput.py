"""How much the grader adds to the checks themselves, and what a pytest process each would cost.

    python benchmarks/throughput.py [--submissions 60] [--rounds 3]

Every row grades the same submissions with the same hidden and public checks of the course's
assignment. The rows take turns, round by round, so that a busy machine is fair to all of them; the
medians are printed. See README.md beside this file for what each row is.
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
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from grader.bank.load import load_bank
from grader.bank.variants import problem_for, text_of
from grader.intake.inbox import read_inbox
from grader.intake.submission import read_submission
from grader.judge.examples import expect_examples
from grader.judge.judge import Judge
from grader.judge.plugin import Parameters
from grader.judge.session import check_files
from grader.judge.trial import Bench, Trial, draws
from grader.judge.variants import Variants
from grader.model import Bank, Check, Problem
from grader.sandbox.answers import Answer
from grader.sandbox.cores import cores
from grader.sandbox.local import LocalBackend, load_module
from grader.sandbox.proxies import Call, Student

HERE = Path(__file__).parent
AIM_SUBMISSION, AIM_CALL = 0.005, 0.00015  # seconds above the floor, as the project aims


@dataclass(frozen=True)
class Work:
    """The class to grade: the bank, its assignment, and the folder with the submissions."""

    bank: Bank
    assignment: str
    inbox: Path

    @property
    def problems(self) -> tuple[str, ...]:
        return self.bank.assignment(self.assignment).problems

    @property
    def paths(self) -> list[Path]:
        return [entry.path for entry in read_inbox(self.inbox)]


def write_class(bank: Bank, assignment: str, inbox: Path, count: int) -> None:
    """`count` submissions that solve the assignment, each a file of its own bytes."""
    inbox.mkdir()
    for number in range(count):
        student = f"student{number:04}"
        sources = [_solution(bank, name, student) for name in bank.assignment(assignment).problems]
        text = f"# submission {number}\n" + "\n\n".join(sources)
        (inbox / f"{student}.py").write_text(text, "utf-8")


def _solution(bank: Bank, name: str, student: str) -> str:
    problem = problem_for(bank, name, student)
    if problem.secret is None:
        raise SystemExit(f"{name}: the solutions are not here, so nothing can be graded")
    return text_of(problem, problem.secret / "solution.py")


def require_full_marks(name: str, score: float, possible: float) -> None:
    """A row in which a check fails does other work than the rest: no figure is better than that."""
    if score != possible or possible == 0:
        raise SystemExit(f"{name}: a solution got {score:g} of {possible:g} points")


def run_batch(work: Work, jobs: int) -> float:
    """Seconds of `grader batch` as a user runs it: start-up, database and pages included."""
    with tempfile.TemporaryDirectory() as out:
        command = [
            *(sys.executable, "-m", "grader", "--course", str(work.bank.root), "batch"),
            *(str(work.inbox), "--assignment", work.assignment, "--out", out),
            *("--jobs", str(jobs), "--fresh"),
        ]
        seconds = timed(lambda: subprocess.run(command, check=True, capture_output=True))
        for path in Path(out, "reports").glob("*.json"):
            report = json.loads(path.read_bytes())
            require_full_marks(path.name, report["score"], report["max_score"])
    return seconds


def run_judge(work: Work) -> float:
    """Seconds of one judge that is warm, in this process: no start-up, no files written."""
    with Judge(work.bank, work.problems) as judge:
        judge.grade(read_submission(work.paths[0]), work.problems, work.assignment)

        def grade_all() -> None:
            for path in work.paths:
                report = judge.grade(read_submission(path), work.problems, work.assignment)
                require_full_marks(path.name, report.score, report.max_score)

        return timed(grade_all)


class Floor:
    """The same check functions as plain calls in this process: no sandbox, no pytest."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._bench = Bench(work.bank)
        self._variants = Variants(work.bank)
        self._functions = {
            (name, check.id): _check_function(work.bank.problem(name), check)
            for name in work.problems
            for check in work.bank.problem(name).checks
        }
        self.checks = self.calls = self.round_trips = 0

    def run(self) -> float:
        """Seconds for the class. Counts checks, calls and round trips of the last run."""
        self.checks = self.calls = self.round_trips = 0

        def grade_all() -> None:
            for path in self._work.paths:
                self._grade(_Counting(LocalBackend(load_module(path)), self), path.stem)

        # Overflow is what some checks are about, and the judge silences numpy there too.
        with np.errstate(all="ignore"):
            path = self._work.paths[0]
            self._grade(LocalBackend(load_module(path)), path.stem)
            self.checks = 0
            return timed(grade_all)

    def _grade(self, backend: LocalBackend | _Counting, student: str) -> None:
        for name in self._work.problems:
            problem = self._variants.of(name, student)
            for check in problem.checks:
                function, wants = self._functions[name, check.id]
                reference = self._bench.reference(problem)
                trial = Trial(problem, Student(backend), reference, draws(self._work.bank, check))
                function(*_fixtures(trial, wants))
                self.checks += 1


class _Counting:
    """A backend that counts on the way through."""

    def __init__(self, backend: LocalBackend, floor: Floor) -> None:
        self._backend, self._floor = backend, floor

    def run(self, calls: Sequence[Call], *, watch: bool, count: bool) -> list[Answer]:
        self._floor.calls += len(calls)
        self._floor.round_trips += 1
        return self._backend.run(calls, watch=watch, count=count)

    def evaluate(self, source: str, inputs: Mapping[str, Any]) -> Answer:
        self._floor.calls += 1
        self._floor.round_trips += 1
        return self._backend.evaluate(source, inputs)


def _check_function(problem: Problem, check: Check) -> tuple[Callable[..., None], Sequence[str]]:
    """The function of a check and the fixtures it asks for, in order."""
    if check.id == "examples":
        return expect_examples, ("problem", "student")
    for path in check_files(problem):
        function = path.suffix == ".py" and getattr(load_module(path), f"test_{check.id}", None)
        if function:
            return function, function.__code__.co_varnames[: function.__code__.co_argcount]
    raise SystemExit(f"{problem.id}: no function for check {check.id!r}")


def _fixtures(trial: Trial, wants: Sequence[str]) -> list[object]:
    values = {"parameters": Parameters(trial.problem)}
    return [values[name] if name in values else getattr(trial, name) for name in wants]


def run_pytest_each(work: Work, most: int) -> float:
    """Seconds for the class with one plain pytest process a submission, from `most` of them."""
    files = [str(p) for name in work.problems for p in check_files(work.bank.problem(name))]
    command = [
        *(sys.executable, "-m", "pytest", "-q", "--rootdir", str(work.bank.root), "-c", os.devnull),
        *("--import-mode=importlib", "-p", "no:cacheprovider", "-p", "student_plugin", *files),
    ]
    paths = work.paths[:most]

    def grade_all() -> None:
        for path in paths:
            environment = {
                **os.environ,
                "BENCHMARK_SUBMISSION": str(path),
                "PYTHONPATH": str(HERE),
                "PYTHONDONTWRITEBYTECODE": "1",
            }
            done = subprocess.run(command, env=environment, capture_output=True, text=True)
            if done.returncode != 0:
                raise SystemExit(f"pytest failed on {path.name}:\n{done.stdout[-2000:]}")

    return timed(grade_all) / len(paths) * len(work.paths)


def timed(action: Callable[[], object]) -> float:
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--submissions", type=int, default=60, help="size of the class")
    parser.add_argument("--rounds", type=int, default=3, help="turns; the median is printed")
    parser.add_argument("--assignment", help="default: the first of course.yaml")
    parser.add_argument(
        "--pytest", type=int, default=10, help="pytest processes a round, scaled to the class"
    )
    options = parser.parse_args()
    bank = load_bank(HERE.parent)
    assignment = options.assignment or next(iter(bank.course.assignments))
    with tempfile.TemporaryDirectory() as folder:
        work = Work(bank, assignment, Path(folder) / "inbox")
        write_class(bank, assignment, work.inbox, options.submissions)
        floor = Floor(work)
        rows: dict[str, Callable[[], float]] = {
            "floor: plain calls, no sandbox": floor.run,
            "one judge, warm": lambda: run_judge(work),
            "grader batch --jobs 1": lambda: run_batch(work, 1),
            f"grader batch --jobs {cores()}": lambda: run_batch(work, cores()),
            "one pytest process each": lambda: run_pytest_each(work, options.pytest),
        }
        seconds: dict[str, list[float]] = {name: [] for name in rows}
        for number in range(options.rounds):
            for name, row in rows.items():
                print(f"round {number + 1} of {options.rounds}: {name}", file=sys.stderr)
                seconds[name].append(row())
    show({name: statistics.median(taken) for name, taken in seconds.items()}, floor, options)


def show(seconds: dict[str, float], floor: Floor, options: argparse.Namespace) -> None:
    """The table, then how the judge stands to the aim."""
    count = options.submissions
    checks, calls, trips = (n / count for n in (floor.checks, floor.calls, floor.round_trips))
    base, *_, slowest = seconds.values()
    print(f"{count} submissions, median of {options.rounds} rounds, {os.cpu_count()} cores")
    print(f"{checks:g} checks, {calls:g} calls ({trips:g} round trips) a submission; ", end="")
    print(f"{calls / checks:.1f} calls a check\n")
    print(f"{'':32}{'per second':>12}{'ms each':>10}{'x floor':>10}{'x pytest':>10}")
    for name, taken in seconds.items():
        print(
            f"{name:32}{count / taken:12.1f}{taken / count * 1e3:10.2f}"
            f"{taken / base:10.2f}{slowest / taken:10.1f}"
        )
    above = (seconds["one judge, warm"] - base) / count
    allowed = AIM_SUBMISSION + AIM_CALL * calls
    print(f"\none judge above the floor: {above * 1e3:.2f} ms a submission, ", end="")
    print(f"{above / calls * 1e3:.3f} ms a call, {above / trips * 1e3:.3f} ms a round trip")
    verdict = "kept" if above <= allowed else "missed"
    print(f"aim: 5 ms a submission + 0.15 ms a call = {allowed * 1e3:.2f} ms: {verdict}")


if __name__ == "__main__":
    main()
