"""Closeness of a value that came back to the value expected.

The kind is compared first, then the shape, then where nan and inf stand, and last the entries:
|actual - expected| <= atol + rtol * |expected|, with atol 1e-12 times the largest finite
|expected| of the same array unless it is given. docs/closeness.md has the table that is tested;
in short, what is accepted follows from what is expected:

* a number (Python or numpy, or a 0-d array): a Python int or float, a numpy scalar, a 0-d array.
  Not a truth value, and not an array of shape (1,): nothing broadcasts.
* an array: an array of any real dtype and memory layout, or rectangular lists or tuples of
  numbers. float32 only has to meet the tolerance. Complex numbers, objects, text, and truth values
  where numbers must be, are refused.
* truth values (one, or an array): truth values of Python or numpy.
* a tuple or list: a tuple or list of the same length; each part is compared by itself.
* a dict: a dict with the same keys, in any order; each value is compared by itself.
* text, None: the same text, None.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from grader.numeric.containers import items_of, parts_of
from grader.numeric.difference import Difference
from grader.numeric.entries import (
    finiteness_difference,
    lost_digits,
    place,
    read_as,
    shape_difference,
    worst_detail,
    wrong_words,
)
from grader.numeric.patterns import value_pattern
from grader.numeric.values import Reading, is_number, not_a, read

__all__ = ["Difference", "compare", "is_close"]

_UNTOLD = Difference("")


def compare(
    actual: Any,
    expected: Any,
    *,
    rtol: float = 1e-9,
    atol: float | None = None,
    sizes: Mapping[str, int] | None = None,
) -> Difference | None:
    """None if `actual` is close to `expected` in the sense of this module, else the difference.

    `sizes` names dimensions, such as {"the batch size": 5}, so that a factor can be explained.
    No value of `actual` makes it raise; ValueError if `expected` is nothing that can be compared
    with, or a tolerance is negative or not finite.
    """
    return _compare(actual, expected, _Terms(rtol, atol, sizes))


def is_close(actual: Any, expected: Any, *, rtol: float = 1e-9, atol: float | None = None) -> bool:
    """Whether `compare` finds no difference; it takes a fraction of the time to say no."""
    return _compare(actual, expected, _Terms(rtol, atol, None, told=False)) is None


@dataclass(frozen=True)
class _Terms:
    """How close is close enough, and whether a difference is to be put into words."""

    rtol: float
    atol: float | None
    sizes: Mapping[str, int] | None
    told: bool = True

    def __post_init__(self) -> None:
        for name, tolerance in (("rtol", self.rtol), ("atol", self.atol or 0.0)):
            if not (math.isfinite(tolerance) and tolerance >= 0):
                raise ValueError(
                    f"{name} is {tolerance}, but it must be a finite number, 0 or more"
                )


def _compare(actual: Any, expected: Any, terms: _Terms) -> Difference | None:
    if expected is None:
        return None if actual is None else not_a(actual, "None")
    if isinstance(expected, str):
        if not issubclass(type(actual), str):
            return not_a(actual, "text")
        same = str.__eq__(actual, expected)
        detail = f"It must be {expected!r}."
        return None if same else Difference("The text is not the one expected.", detail, "text")
    steps: list[tuple[str, Any, Any]]
    if isinstance(expected, dict):
        values = items_of(actual, expected)
        if isinstance(values, Difference):
            return values
        steps = [(f"[{key!r}]", values[key], value) for key, value in expected.items()]
    elif isinstance(expected, list | tuple):
        parts = parts_of(actual, len(expected))
        if isinstance(parts, Difference):
            return parts
        pairs = zip(parts, expected, strict=True)
        steps = [(f"[{i}]", a, e) for i, (a, e) in enumerate(pairs)]
    else:
        return _compare_arrays(actual, expected, terms)
    for step, part, right in steps:
        difference = _compare(part, right, terms)
        if difference:
            return difference.inside(step)
    return None


def _compare_arrays(actual: Any, expected: Any, terms: _Terms) -> Difference | None:
    right = expected_reading(expected)
    got = read_as(actual, right)
    if isinstance(got, Difference):
        return got
    a, e = got.data, right.data
    if a.shape != e.shape:
        return shape_difference(a, e, terms.sizes) if terms.told else _UNTOLD
    if right.kind == "bool":
        return _compare_bools(a, e)
    nonfinite = finiteness_difference(a, e)
    if nonfinite:
        return nonfinite
    finite = np.isfinite(e)
    scale = float(np.max(np.abs(e), where=finite, initial=0.0))
    with np.errstate(all="ignore"):
        tolerance = (1e-12 * scale if terms.atol is None else terms.atol) + terms.rtol * np.abs(e)
        error = np.where(finite, np.abs(a - e), 0.0)
        wrong = finite & ~(error <= tolerance)
    if not wrong.any():
        return None
    if not terms.told:
        return _UNTOLD
    detail = worst_detail(a, e, error, tolerance, wrong)
    pattern = lost_digits(a, e, error, got.dtype, scale)
    if pattern is None:
        # Where inf stands on both sides the other entries are told about as a flat list.
        keep = Ellipsis if finite.all() else finite
        pattern = value_pattern(a[keep], e[keep], tolerance[keep], terms.sizes)
    if pattern:
        return Difference(pattern.words, detail, pattern.slug)
    return Difference(wrong_words(wrong), detail)


def expected_reading(expected: Any) -> Reading:
    """The array of numbers or truth values that is expected; ValueError if it is not one."""
    if not (is_number(expected) or isinstance(expected, np.ndarray)):
        name = type(expected).__name__
        raise ValueError(f"a {name} is expected, but it must be numbers, text, None or a container")
    for kind in ("number", "bool"):
        reading = read(expected, kind)
        if isinstance(reading, Reading):
            return reading
    raise ValueError(
        "what is expected must be real numbers or truth values, not complex or objects"
    )


def _compare_bools(a: Any, e: Any) -> Difference | None:
    wrong = a != e
    if not wrong.any():
        return None
    at = np.unravel_index(int(np.argmax(wrong)), wrong.shape)
    detail = f"{place(at)}it must be {bool(e[at])}."
    if wrong.ndim == 0:
        return Difference("It is the opposite of what it must be.", detail, "opposite")
    if wrong.all():
        return Difference("Every value is the opposite of what it must be.", detail, "opposite")
    return Difference(wrong_words(wrong), detail)
