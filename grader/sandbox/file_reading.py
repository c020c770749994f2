"""What the child found in a file before it ran any of it, as the host keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from grader.errors import SandboxError
from grader.sandbox.answers import Place


@dataclass(frozen=True)
class FileReading:
    """What the child found in one file before it ran any of it."""

    faults: tuple[tuple[Place, str], ...]
    bound: Mapping[str, Place]
    imported: frozenset[str]
    untouched: frozenset[str]
    uses: Mapping[str, tuple[str, ...]]
    places: tuple[Place, ...]


def file_reading(number: int, part: Any) -> FileReading:
    try:
        faults, bound, imported, untouched, uses, places = part
        return FileReading(
            tuple((Place(number, chunk, line), words) for chunk, line, words in faults),
            {name: Place(number, *place) for name, place in bound.items()},
            frozenset(imported),
            frozenset(untouched),
            {name: tuple(names) for name, names in uses.items()},
            tuple(Place(number, *place) for place in places),
        )
    except (TypeError, ValueError) as error:
        # Nothing of the student's has run yet: this would be a fault of our own.
        raise SandboxError(f"the child's reading is malformed: {error}") from error
