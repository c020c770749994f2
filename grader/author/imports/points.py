"""How otter spreads the points of a question over its cases (its TestFile, version 7)."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite
from typing import Any

from grader.errors import IntakeError


def spread(total: Any, own: Sequence[Any], place: str) -> list[float]:
    """The points of each case, from those of the question and those that cases state themselves.

    `total` may be a number, a list with one for each case, `{each: n}`, or nothing: then it is 1,
    unless a case states some. IntakeError where that makes no sense.
    """
    if isinstance(total, dict):
        total = _number(total.get("each", 1), place) * len(own)
    if isinstance(total, list):
        if len(total) != len(own):
            text = f"{place}: gives points for {len(total)} cases, but has {len(own)}"
            raise IntakeError(text)
        own, total = total, None
    stated = [None if points is None else _number(points, place) for points in own]
    known = sum(points for points in stated if points is not None)
    open_ones = stated.count(None)
    if total is None:
        total = 1 if known == 0 and open_ones else known
    left = _number(total, place) - known
    if left < 0:
        raise IntakeError(f"{place}: its cases have {known:g} points, more than its {total:g}")
    share = left / open_ones if open_ones else 0.0
    return [share if points is None else points for points in stated]


def _number(value: Any, place: str) -> float:
    if type(value) not in (int, float) or not isfinite(value) or value < 0:
        raise IntakeError(f"{place}: has {value!r} points; it must be a number, 0 or more")
    return float(value)
