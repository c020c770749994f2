"""The words around a table of entries that differ."""

from __future__ import annotations

import math

from grader.model import Entries


def caption(entries: Entries) -> str:
    """How much of the array is wrong."""
    verb = "is" if entries.wrong == 1 else "are"
    return f"{entries.wrong} of {math.prod(entries.shape)} entries {verb} wrong"


def left_out(entries: Entries) -> tuple[str, ...]:
    """What the window leaves out: `… 12 more rows`."""
    kinds = ("row", "column") if len(entries.shape) == 2 else ("entry", "")
    sizes = (len(entries.rows), len(entries.rows[0]) if entries.rows else 0)
    parts = []
    for kind, size, first, length in zip(kinds, sizes, entries.first, entries.shape, strict=False):
        for count, where in ((first, "before"), (length - first - size, "more")):
            if count > 0:
                parts.append(_count(count, kind, where))
    return tuple(parts)


def _count(count: int, kind: str, where: str) -> str:
    noun = kind if count == 1 else {"entry": "entries"}.get(kind, kind + "s")
    return f"… {count} more {noun}" if where == "more" else f"… {count} {noun} before"
