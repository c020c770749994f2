"""Comparison with values known to high precision, in units of the last place of float64.

It tells overflow (inf where a finite number must be), underflow (0, or digits lost, where the
number is tiny) and cancellation (digits lost, or all of them, elsewhere) apart, because each is
repaired in another way. Only the result is seen: where nan or inf has more than one possible
origin the words name them all, rather than one that may be wrong.
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
_TINY = 1e-140  # squares of such numbers are subnormal, so that digits go missing by underflow
_ABSORBED = 1e-6  # a number so small may vanish beside ordinary ones
_SINGLE = 3e-9, 5e-7  # relative errors as float32 leaves them; cancellation may, too
_SUBTRACTED = "cancellation (nearly equal numbers are subtracted)"
_SMALL = "something small that is added or left out"
_VANISHES = "a small number vanishes beside a large one"
_FEW = 2
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
    measure = (
        f", off by {off[at]:.3g} units in the last digit that float64 keeps"
        if off[at] < 1e18
        else ""
    )
    detail = f"{place(at)}it must be {float(right[at])!r}, but it is {float(a[at])!r}{measure}."
    detail += f" At most {ulps:g} such units are allowed."

    nonfinite = finiteness_difference(np.where(wrong, a, right), right)
    if nonfinite:
        if nonfinite.pattern == "finite":
            return nonfinite
        slug, why = _origin(a, wrong)
        return Difference(f"{nonfinite.words[:-1]}: {why}.", nonfinite.detail, slug)
    size = np.abs(right)
    lost = wrong & (a == 0) & (right != 0)
    if lost.any() and np.array_equal(lost, wrong) and np.all(size[lost] <= _ABSORBED):
        some = "The value is" if lost.ndim == 0 else "Some values are"
        if lost.ndim and lost.all():
            some = "Every value is"
        tiny = bool(np.all(size[lost] < _TINY))
        why = "something on the way underflows" if tiny else _VANISHES
        words = f"{some} 0 where another number must be, as when {why}."
        return Difference(words, detail, "underflow" if tiny else "cancellation")
    finite = np.isfinite(right)
    with np.errstate(all="ignore"):
        error = np.where(finite & wrong, np.abs(a - right), 0.0)
        scale = float(np.max(size, where=finite, initial=0.0))
        known = error <= _STILL_KNOWN * size
    short = lost_digits(a, right, error, dtype, scale)
    # What is left of a difference of large numbers may fit float32 by chance.
    sure = dtype in ("float32", "float16") or np.count_nonzero(wrong) > _FEW
    if short and short.slug == "float32" and sure:
        return Difference(short.words, detail, "float32")
    if known.all():
        some = "The value is" if a.ndim == 0 else "The values are"
        slug, why = _loss(error[wrong], size[wrong])
        words = f"{some} nearly right, but digits are lost on the way, as by {why}."
        return Difference(words, detail, slug)
    keep = Ellipsis if finite.all() else finite
    with np.errstate(all="ignore"):
        tolerance = 1e-9 * np.abs(right[keep])
    pattern = value_pattern(a[keep], right[keep], tolerance, sizes)
    if pattern:
        return Difference(pattern.words, detail, pattern.slug)
    return Difference(wrong_words(wrong), detail)


def _origin(a: Floats, wrong: NDArray[np.bool_]) -> tuple[str, str]:
    """Why there may be nan or inf: the words name every origin that the result leaves open."""
    if np.any(wrong & np.isposinf(a)) and not np.any(wrong & (np.isnan(a) | np.isneginf(a))):
        return "overflow", "something on the way overflows, or is divided by 0"
    if np.any(wrong & np.isneginf(a)) and not np.any(wrong & (np.isnan(a) | np.isposinf(a))):
        return "inf", "something on the way overflows, or the logarithm of 0 is taken"
    return "nan", (
        "it comes from inf / inf or inf - inf (overflow), 0 / 0 (underflow), or the root or "
        "logarithm of a negative number"
    )


def _loss(error: Floats, size: Floats) -> tuple[str, str]:
    """Why digits may be missing where the values are still nearly right."""
    if np.all(size < _TINY):
        return "underflow", "underflow: a number on the way is too small"
    relative = error / size
    if np.all((relative > _SINGLE[0]) & (relative < _SINGLE[1])):
        return "cancellation", f"float32, by {_SUBTRACTED}, or by {_SMALL}"
    return "cancellation", f"{_SUBTRACTED}, or by {_SMALL}"
