"""The file that says when each student handed in: CSV with the columns student and submitted."""

from __future__ import annotations

import csv
from datetime import datetime
from pathlib import Path

from grader.errors import GraderError


def read_times(file: Path) -> dict[str, datetime]:
    """Student -> time with its zone. GraderError names the line that is not so."""
    try:
        text = file.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise GraderError(f"{file}: cannot be read as UTF-8 text: {error}") from error
    rows = csv.DictReader(text.splitlines())
    if not {"student", "submitted"} <= set(rows.fieldnames or ()):
        raise GraderError(f"{file}:1: the columns must be student and submitted")
    times: dict[str, datetime] = {}
    for number, row in enumerate(rows, 2):
        student = row["student"] or ""
        if student in times:
            raise GraderError(f"{file}:{number}: student {student!r} has a time already")
        times[student] = as_time(row["submitted"] or "", f"{file}:{number}")
    return times


def as_time(text: str, place: str) -> datetime:
    """An ISO 8601 time with its zone; GraderError, beginning with `place`, if it is none."""
    wrong = GraderError(
        f"{place}: {text!r} must be a time with its zone, such as 2026-12-06T23:59:00+01:00"
    )
    try:
        time = datetime.fromisoformat(text)
    except ValueError as error:
        raise wrong from error
    if time.tzinfo is None:
        raise wrong
    return time
