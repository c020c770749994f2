"""One submission that came through an LMS: read, judged, and made into entries."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from grader.bank.digest import bank_digest
from grader.errors import GraderError, IntakeError
from grader.export import entries
from grader.export.entries import ProblemEntry
from grader.export.gradescope import handed_in
from grader.intake.submission import read_submission
from grader.judge.judge import Judge
from grader.judge.reports import unreadable
from grader.model import Bank, Report, Submission
from grader.model.record import Record


class Unread(Record, frozen=True):
    """A submission that cannot be read, and why, in words for the student."""

    student: str
    reason: str
    submitted: datetime | None


class Graded(Record, frozen=True):
    """What came of a submission. A report without problems means that it could not be read."""

    report: Report
    entries: tuple[ProblemEntry, ...]


def read_work(path: Path, metadata: Mapping[str, Any]) -> Submission | Unread:
    """The submission at `path`, with the names and the time that Gradescope gives for it.

    GraderError if these are no names and no time: that is no fault of the student's.
    """
    said = handed_in(metadata)
    student = said.student or path.stem
    try:
        return read_submission(path, student, said.submitted)
    except IntakeError as error:
        return Unread(student, str(error), said.submitted)


def grade_work(bank: Bank, assignment: str, work: Submission | Unread) -> Graded:
    """Grades it behind the strongest rings that this place allows; the report says which held.

    GraderError if nothing at all could be checked: an error that is seen is better than a zero.
    """
    problems = bank.assignment(assignment).problems
    if isinstance(work, Unread):
        digest = bank_digest(bank, problems, assignment)
        report = unreadable(work.student, work.reason, assignment, digest)
        return Graded(report, entries.of_nothing(bank, assignment, "✗ not read, see above"))
    # Nobody is there to choose another place, so a weak one is used, and the instructor is told.
    with Judge(bank, problems, unsafe=True) as judge:
        report = judge.grade(work, problems, assignment)
    if report.max_score <= 0:
        raise GraderError("nothing was graded, by our own fault: every check is broken here")
    return Graded(report, entries.of_report(report))
