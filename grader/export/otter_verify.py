"""The proof of a zip before anybody relies on it: otter's scores beside ours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec

from grader.errors import GraderError
from grader.export.otter_run import DIGITS, OtterScores, run_otter
from grader.intake.submission import read_submission
from grader.judge.judge import Judge
from grader.model import Bank, Report
from grader.model.record import Record


class Compared(Record, frozen=True):
    """One submission by otter and by us, as sums, and all that is wrong, one line each."""

    name: str
    otter: float | None
    ours: float
    possible: float
    faults: tuple[str, ...]


def verify(
    bank: Bank, assignment: str, autograder: Path, submissions: Sequence[Path], jobs: int
) -> Iterator[Compared]:
    """Runs what `write_submissions` wrote through otter and our judge, and compares.

    The reference must get full marks and the starter none; mistakes get what both agree on.
    """
    for found in compare(bank, assignment, autograder, submissions, jobs):
        wanted = {"reference": found.possible, "starter": 0.0}.get(Path(found.name).stem)
        if wanted is None or wanted == found.ours:
            yield found
        else:
            fault = f"it must get {wanted:g} points, and gets {found.ours:g}"
            yield msgspec.structs.replace(found, faults=(*found.faults, fault))


def compare(
    bank: Bank,
    assignment: str,
    autograder: Path,
    submissions: Sequence[Path],
    jobs: int,
) -> Iterator[Compared]:
    """Each submission by otter, `jobs` at a time, beside what our judge says of it.

    They are code that we trust: they are graded behind whatever rings hold here. IntakeError for
    one that cannot be read.
    """
    problems = bank.assignment(assignment).problems
    with ThreadPoolExecutor(jobs) as pool, Judge(bank, problems, unsafe=True) as judge:
        running = [pool.submit(_otter, path, autograder) for path in submissions]
        try:
            for path, future in zip(submissions, running, strict=True):
                report = judge.grade(read_submission(path), problems, assignment, explain=False)
                yield _compared(path.name, future.result(), report)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _otter(path: Path, autograder: Path) -> OtterScores | GraderError:
    try:
        return run_otter(path, autograder)
    except GraderError as error:
        return error


def _compared(name: str, otter: OtterScores | GraderError, report: Report) -> Compared:
    if isinstance(otter, GraderError):
        return Compared(name, None, report.score, report.max_score, (str(otter),))
    return Compared(
        name, otter.total, report.score, report.max_score, tuple(_differences(otter, report))
    )


def _differences(otter: OtterScores, report: Report) -> Iterator[str]:
    ours = {
        problem.id: (
            round(problem.weight * problem.score, DIGITS),
            round(problem.weight * problem.max_score, DIGITS),
        )
        for problem in report.problems
    }
    for name in dict.fromkeys((*ours, *otter.problems)):
        here, there = ours.get(name), otter.problems.get(name)
        if here != there:
            yield f"{name}: {_points(there)} by otter, {_points(here)} by `grader grade`"
    if otter.total != round(report.score, DIGITS):
        yield f"the sum: {otter.total:g} by otter, {report.score:g} by `grader grade`"


def _points(pair: tuple[float, float] | None) -> str:
    return "nothing" if pair is None else f"{pair[0]:g} of {pair[1]:g}"
