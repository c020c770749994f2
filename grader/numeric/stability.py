"""Comparison with values known to high precision, in units of the last place of float64.

It tells overflow (nan or inf where a finite number must be), underflow (0 where a normal number
must be) and lost digits apart, because each is repaired in another way.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from grader.numeric.difference import Difference
from grader.numeric.entries import (
    finiteness_difference,
    lost_digits,
    place,
    read_as,
    shape_difference,
    wrong_words,
)
from grader.numeric.exact import Number, distance, exact_entries, nearest, spacing, to_float64
from grader.numeric.patterns import value_pattern
from grader.numeric.values import Floats, Reading

__all__ = ["compare_exact", "to_float64"]

_NORMAL = float(np.finfo(float).tiny)
_STILL_KNOWN = 1e-2  # with two digits right it is the right formula, badly computed


def compare_exact(
    actual: Any, exact: Any, *, ulps: float = 4, sizes: Mapping[str, int] | None = None
) -> Difference | None:
    """None if each entry is within `ulps` units in the last place of the exact one.

    `exact` is a number or a nested list or array of them: mpmath's mpf, floats, ints, Fractions.
    The unit is the spacing of float64 at the exact value. Below 2.2e-308 the allowance shrinks on
    with the value, to one unit of the subnormal spacing at least. An exact value beyond float64 is
    met by inf. No value of `actual` makes it raise; ValueError if `exact` holds anything else, is
    ragged, or `ulps` is negative or not finite.
    """
    if not (np.isfinite(ulps) and ulps >= 0):
        raise ValueError(f"ulps is {ulps}, but it must be a finite number, 0 or more")
    entries, shape = exact_entries(exact)
    right = np.array([nearest(entry) for entry in entries], dtype=np.float64).reshape(shape)
    got = read_as(actual, Reading(right, "number", "float64"))
    if isinstance(got, Difference):
        return got
    if got.data.shape != shape:
        return shape_difference(got.data, right, sizes)
    a = got.data
    off = np.array(
        [_units(x, e, ulps) for x, e in zip(a.ravel().tolist(), entries, strict=True)],
        dtype=np.float64,
    ).reshape(shape)
    wrong = off > ulps
    if not wrong.any():
        return None
    return _explain(a, right, off, wrong, got.dtype, ulps, sizes)


def _units(a: float, exact: Number, ulps: float) -> float:
    """The distance in units, 0 where the allowance for subnormal numbers covers it."""
    if isinstance(exact, float):
        return 0.0 if a == exact or (a != a and exact != exact) else np.inf
    if a == nearest(exact):
        return 0.0
    if a != a:
        return np.inf
    gap = distance(a, exact)
    unit = spacing(exact)
    if abs(exact) < _NORMAL:
        if gap <= unit:
            return 0.0
        # Relative here too: a result of the right formula is that accurate.
        unit = abs(exact) * Fraction(2) ** -52
    if np.isinf(a) and gap > Fraction(ulps) * unit:
        return np.inf
    return min(nearest(gap / unit), 1e300) if unit else 1e300


def _explain(
    a: Floats,
    right: Floats,
    off: Floats,
    wrong: NDArray[np.bool_],
    dtype: str,
    ulps: float,
    sizes: Mapping[str, int] | None,
) -> Difference:
    at = np.unravel_index(int(np.argmax(off)), off.shape)
    measure = f", off by {off[at]:.3g} units in the last digit that float64 keeps" if off[at] < 1e18 else ""
    detail = f"{place(at)}it must be {float(right[at])!r}, but it is {float(a[at])!r}{measure}."
    detail += f" At most {ulps:g} such units are allowed."

    nonfinite = finiteness_difference(np.where(wrong, a, right), right)
    if nonfinite:
        if nonfinite.pattern == "finite":
            return nonfinite
        words = f"{nonfinite.words[:-1]}: something on the way overflows."
        return Difference(words, nonfinite.detail, "overflow")
    lost = wrong & (a == 0) & (np.abs(right) >= _NORMAL)
    if lost.any() and np.array_equal(lost, wrong) and not _all_zero_by_nature(a, right):
        some = "The value is" if lost.ndim == 0 else "Some values are"
        if lost.ndim and lost.all():
            some = "Every value is"
        words = f"{some} 0 where another number must be: something on the way underflows."
        return Difference(words, detail, "underflow")
    finite = np.isfinite(right)
    with np.errstate(all="ignore"):
        error = np.where(finite & wrong, np.abs(a - right), 0.0)
        scale = float(np.max(np.abs(right), where=finite, initial=0.0))
        known = error <= _STILL_KNOWN * np.abs(right)
    short = lost_digits(a, right, error, dtype, scale)
    if short and short.slug == "float32":
        return Difference(short.words, detail, "float32")
    if known.all():
        some = "The value is" if a.ndim == 0 else "The values are"
        words = f"{some} nearly right, but digits are lost on the way, as by cancellation."
        return Difference(words, detail, "cancellation")
    keep = Ellipsis if finite.all() else finite
    with np.errstate(all="ignore"):
        tolerance = 1e-9 * np.abs(right[keep])
    pattern = value_pattern(a[keep], right[keep], tolerance, sizes)
    if pattern:
        return Difference(pattern.words, detail, pattern.slug)
    return Difference(wrong_words(wrong), detail)


def _all_zero_by_nature(a: Floats, right: Floats) -> bool:
    """Zeros everywhere, where ordinary numbers must be, are no underflow but no result at all."""
    return a.ndim > 0 and not a.any() and bool(np.all(np.abs(right) > 1e-6))
