"""The JSON Schemas of the file formats, generated from the records: one description of each."""

from __future__ import annotations

from typing import Any

import msgspec

from grader.errors import GraderError
from grader.model import Course, KeyFile, ProblemFile, Report
from grader.model.record import Record

RECORDS: dict[str, type[Record]] = {
    "report": Report,
    "problem": ProblemFile,
    "key": KeyFile,
    "course": Course,
}


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of `report`, `problem`, `key` or `course`.

    Raises GraderError for another name.
    """
    if name not in RECORDS:
        raise GraderError(f"there is no schema {name!r}; it must be one of: {', '.join(RECORDS)}")
    return of_record(RECORDS[name])


def of_record(record: type[Any]) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a record type."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **msgspec.json.schema(record),
    }
