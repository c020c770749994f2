"""Which entries of two values differ: the part of them to look at, entry by entry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from grader.numeric.closeness import compare, expected_reading
from grader.numeric.containers import items_of, parts_of
from grader.numeric.difference import Difference
from grader.numeric.values import Floats, Reading, read


@dataclass(frozen=True, eq=False)
class Pair:
    """Two arrays of one shape, which entries of `actual` are wrong, and where they were found."""

    where: str
    expected: NDArray[Any]
    actual: NDArray[Any]
    wrong: NDArray[np.bool_]


def differing_arrays(
    actual: Any, expected: Any, *, rtol: float = 1e-9, atol: float | None = None
) -> Pair | None:
    """The first arrays within two values that differ in some entries but not in their shape.

    None if the first difference is another: a shape, a type, a single number. No value of `actual`
    makes it raise; ValueError as for compare.
    """
    steps: list[tuple[str, Any, Any]]
    if isinstance(expected, dict):
        values = items_of(actual, expected)
        if isinstance(values, Difference):
            return None
        steps = [(f"[{key!r}]", values[key], value) for key, value in expected.items()]
    elif isinstance(expected, list | tuple):
        parts = parts_of(actual, len(expected))
        if isinstance(parts, Difference):
            return None
        pairs = zip(parts, expected, strict=True)
        steps = [(f"[{i}]", a, e) for i, (a, e) in enumerate(pairs)]
    else:
        return _arrays(actual, expected, rtol, atol)
    for step, a, e in steps:
        if compare(a, e, rtol=rtol, atol=atol) is not None:
            found = differing_arrays(a, e, rtol=rtol, atol=atol)
            return found and Pair(step + found.where, found.expected, found.actual, found.wrong)
    return None


def _arrays(actual: Any, expected: Any, rtol: float, atol: float | None) -> Pair | None:
    if expected is None or isinstance(expected, str):
        return None
    right = expected_reading(expected)
    got = read(actual, right.kind)
    e = right.data
    if not isinstance(got, Reading) or got.data.shape != e.shape or e.size < 2:
        return None
    a = got.data
    wrong = a != e if right.kind == "bool" else _wrong(a, e, rtol, atol)
    return Pair("", e, a, wrong) if wrong.any() else None


def _wrong(a: Floats, e: Floats, rtol: float, atol: float | None) -> NDArray[np.bool_]:
    """The rule of grader.numeric.closeness, where nan and inf are right if they are expected."""
    finite = np.isfinite(e)
    with np.errstate(all="ignore"):
        scale = float(np.max(np.abs(e), where=finite, initial=0.0))
        tolerance = (1e-12 * scale if atol is None else atol) + rtol * np.abs(e)
        close = np.where(finite, np.abs(a - e) <= tolerance, (a == e) | (np.isnan(a) & np.isnan(e)))
    return ~close
