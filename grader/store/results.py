"""The result database of a batch: what has been graded is not graded again."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec
from sqlalchemy import ColumnElement, and_, delete, insert, select

from grader.errors import GraderError
from grader.model import Report
from grader.store.engine import open_engine, prepare, shown, told_plainly, url_of
from grader.store.tables import REPORTS


class Results:
    """The reports of any number of assignments, one a student and assignment.

    `place` is a path (SQLite, made where it is absent) or an SQLAlchemy URL. When `save` returns,
    the report is on disk. Every method raises GraderError, in one line, where the database cannot
    be opened, read or written. Use as a context manager, in one thread.
    """

    def __init__(self, place: str | Path) -> None:
        url = url_of(place)
        self._place = shown(url)
        with told_plainly(self._place):
            self._engine = open_engine(url)
            try:
                prepare(self._engine, self._place)
            except BaseException:
                self._engine.dispose()
                raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database. Nothing is lost without it."""
        self._engine.dispose()

    def save(self, report: Report) -> None:
        """Keep the report in place of any that this student has for this assignment."""
        assignment = report.assignment or ""
        row = {
            "assignment": assignment,
            "student": report.student,
            "submission": report.submission,
            "bank": report.bank,
            "score": report.score,
            "raw_score": report.raw_score,
            "max_score": report.max_score,
            "provisional": report.provisional,
            "report": report.to_json(),
        }
        # Two statements, since every database spells an upsert in its own way.
        with told_plainly(self._place), self._engine.begin() as connection:
            connection.execute(delete(REPORTS).where(_of(assignment, report.student)))
            connection.execute(insert(REPORTS).values(row))

    def report(
        self, student: str, submission: str, bank: str, assignment: str | None
    ) -> Report | None:
        """The report on exactly this work by exactly this bank, or None if it must be graded.

        A provisional report is not returned: something of ours broke, so it is graded again.
        """
        query = select(REPORTS.c.report).where(
            _of(assignment or "", student),
            REPORTS.c.submission == submission,
            REPORTS.c.bank == bank,
            REPORTS.c.provisional.is_(False),
        )
        with told_plainly(self._place), self._engine.connect() as connection:
            text = connection.execute(query).scalar()
        return None if text is None else self._decoded(text, student)

    def reports(self, assignment: str | None) -> list[Report]:
        """All reports on the assignment, provisional ones too, sorted by student."""
        query = select(REPORTS.c.student, REPORTS.c.report).where(
            REPORTS.c.assignment == (assignment or "")
        )
        with told_plainly(self._place), self._engine.connect() as connection:
            rows = connection.execute(query).all()
        # Sorted here: databases order text by rules of their own.
        return [self._decoded(text, student) for student, text in sorted(rows, key=lambda r: r[0])]

    def remove_absent(self, students: Iterable[str], assignment: str | None) -> list[str]:
        """Forget the assignment's reports on students not listed; gives their names, sorted."""
        present = set(students)
        query = select(REPORTS.c.student).where(REPORTS.c.assignment == (assignment or ""))
        with told_plainly(self._place), self._engine.begin() as connection:
            absent = sorted(set(connection.execute(query).scalars()) - present)
            for student in absent:
                connection.execute(delete(REPORTS).where(_of(assignment or "", student)))
        return absent

    def _decoded(self, text: bytes, student: str) -> Report:
        try:
            return Report.from_json(text)
        except msgspec.MsgspecError as error:
            raise GraderError(
                f"{self._place}: the report on {student!r} cannot be read ({error}); "
                "grade the class afresh"
            ) from error


def _of(assignment: str, student: str) -> ColumnElement[bool]:
    return and_(REPORTS.c.assignment == assignment, REPORTS.c.student == student)
