"""What a student handed in, as text; nothing in it has been executed."""

from __future__ import annotations

from datetime import datetime

from grader.model.record import Record


class Chunk(Record, frozen=True):
    """A run of source lines: a whole .py, or one code cell of a notebook.

    `cell` is the number of the code cell as the student counts them, from 1, or None in a .py;
    lines are counted from 1 in every chunk. Dropped lines (magics) are left blank, so that line
    numbers stay the student's own.
    """

    text: str
    cell: int | None = None


class SourceFile(Record, frozen=True):
    """One source file; `name` is its path inside the submission, with forward slashes."""

    name: str
    chunks: tuple[Chunk, ...]


class Submission(Record, frozen=True):
    """One student's work. `digest` is over content, so the same work has the same digest."""

    student: str
    digest: str
    files: tuple[SourceFile, ...]
    notes: tuple[str, ...] = ()
    submitted: datetime | None = None
