"""The proof of a zip before anybody relies on it: the scores that it gives beside ours."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec

from grader.errors import GraderError
from grader.export.scores import DIGITS, Scores
from grader.intake.submission import read_submission
from grader.judge.judge import Judge
from grader.model import Bank, Report
from grader.model.record import Record


class Way(Record, frozen=True):
    """What grades a file by the zip, and how it is called; `run` may raise GraderError."""

    name: str
    run: Callable[[Path], Scores]


class Compared(Record, frozen=True):
    """One submission by the zip and by us, as sums, and all that is wrong, one line each."""

    name: str
    theirs: float | None
    ours: float
    possible: float
    faults: tuple[str, ...]


def verify(
    bank: Bank, assignment: str, way: Way, submissions: Sequence[Path], jobs: int
) -> Iterator[Compared]:
    """Runs what `write_submissions` wrote through the zip and our judge, and compares.

    The reference must get full marks and the starter none; mistakes get what both agree on.
    """
    for found in compare(bank, assignment, way, submissions, jobs):
        wanted = {"reference": found.possible, "starter": 0.0}.get(Path(found.name).stem)
        if wanted is None or wanted == found.ours:
            yield found
        else:
            fault = f"it must get {wanted:g} points, and gets {found.ours:g}"
            yield msgspec.structs.replace(found, faults=(*found.faults, fault))


def compare(
    bank: Bank, assignment: str, way: Way, submissions: Sequence[Path], jobs: int
) -> Iterator[Compared]:
    """Each submission by the zip, `jobs` at a time, beside what our judge says of it.

    They are code that we trust: they are graded behind whatever rings hold here. IntakeError for
    one that cannot be read.
    """
    problems = bank.assignment(assignment).problems
    with ThreadPoolExecutor(jobs) as pool, Judge(bank, problems, unsafe=True) as judge:
        running = [pool.submit(_scores, way, path) for path in submissions]
        try:
            for path, future in zip(submissions, running, strict=True):
                report = judge.grade(read_submission(path), problems, assignment, explain=False)
                yield _compared(path.name, way.name, future.result(), report)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _scores(way: Way, path: Path) -> Scores | GraderError:
    try:
        return way.run(path)
    except GraderError as error:
        return error


def _compared(name: str, way: str, theirs: Scores | GraderError, report: Report) -> Compared:
    if isinstance(theirs, GraderError):
        return Compared(name, None, report.score, report.max_score, (str(theirs),))
    faults = tuple(_differences(way, theirs, report))
    return Compared(name, theirs.total, report.score, report.max_score, faults)


def _differences(way: str, theirs: Scores, report: Report) -> Iterator[str]:
    ours = {
        problem.id: (
            round(problem.weight * problem.score, DIGITS),
            round(problem.weight * problem.max_score, DIGITS),
        )
        for problem in report.problems
    }
    for name in dict.fromkeys((*ours, *theirs.problems)):
        here, there = ours.get(name), theirs.problems.get(name)
        if here != there:
            yield f"{name}: {_points(there)} by {way}, {_points(here)} by `grader grade`"
    if theirs.total != round(report.score, DIGITS):
        yield f"the sum: {theirs.total:g} by {way}, {report.score:g} by `grader grade`"


def _points(pair: tuple[float, float] | None) -> str:
    return "nothing" if pair is None else f"{pair[0]:g} of {pair[1]:g}"
