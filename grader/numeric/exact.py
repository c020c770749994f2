"""Values known to many more digits than float64 holds, and the distance of a float64 from them."""

from __future__ import annotations

from fractions import Fraction
from numbers import Rational
from typing import Any, cast

import mpmath
import numpy as np

from grader.numeric.values import Floats

Number = Fraction | float  # a float stands for nan and the infinities only

_DIGITS = 53
_SMALLEST = -1074  # the spacing of float64 next to zero is 2**-1074
# Far outside float64; an exponent of a million digits would otherwise become an integer that long.
_HUGE, _TINY = Fraction(2) ** 2000, Fraction(1, 2**2000)


def exact_entries(exact: Any) -> tuple[list[Number], tuple[int, ...]]:
    """The entries of a nested list or array of real mpmath, Python or numpy numbers, and its shape.

    Magnitudes beyond 2**2000 and below 2**-2000 are replaced by these. ValueError if it is ragged
    or holds anything else.
    """
    if isinstance(exact, mpmath.matrix):
        exact = exact.tolist()
    if isinstance(exact, np.ndarray):
        return [_number(entry) for entry in exact.ravel().tolist()], exact.shape
    if not isinstance(exact, list | tuple):
        return [_number(exact)], ()
    parts = [exact_entries(part) for part in exact]
    shapes = {shape for _, shape in parts}
    if len(shapes) > 1:
        raise ValueError("the exact values are ragged, but they must make an array")
    entries = [entry for part, _ in parts for entry in part]
    return entries, (len(parts), *(shapes.pop() if shapes else ()))


def to_float64(exact: Any) -> Floats:
    """The float64 nearest to each exact value, ties to even; subnormal, 0 and inf where they are.

    Takes what `exact_entries` takes, keeps the shape and raises as it does.
    """
    entries, shape = exact_entries(exact)
    return np.array([nearest(entry) for entry in entries], dtype=np.float64).reshape(shape)


def nearest(x: Number) -> float:
    """The float64 nearest to one number."""
    if isinstance(x, float):
        return x
    try:
        # Division of integers rounds once, also to a subnormal; mpmath's own float() rounds twice.
        return x.numerator / x.denominator
    except OverflowError:
        return float("inf") if x > 0 else float("-inf")


def spacing(x: Fraction) -> Fraction:
    """One unit in the last place of float64 at `x`: 2**-1074 below the normal numbers."""
    if x == 0:
        return Fraction(2) ** _SMALLEST
    top = abs(x.numerator).bit_length() - x.denominator.bit_length()
    if abs(x) < Fraction(2) ** top:
        top -= 1
    return Fraction(2) ** max(top - _DIGITS + 1, _SMALLEST)


def distance(a: float, x: Fraction) -> Fraction:
    """|a - x| with an infinite `a` taken as the first number beyond float64, 2**1024."""
    if np.isinf(a):
        return abs((1 if a > 0 else -1) * Fraction(2) ** 1024 - x)
    return abs(Fraction(a) - x)


def _number(entry: Any) -> Number:
    if isinstance(entry, mpmath.mpf):
        if not mpmath.isfinite(entry):
            return float(entry)
        sign, mantissa, exponent, digits = cast("tuple[int, Any, int, int]", entry._mpf_)
        size = exponent + digits
        if mantissa and not -2000 < size <= 2000:
            bound = _HUGE if size > 0 else _TINY
            return -bound if sign else bound
        return Fraction(-int(mantissa) if sign else int(mantissa)) * Fraction(2) ** exponent
    if isinstance(entry, bool | np.bool_):
        raise ValueError("an exact value is a truth value, but it must be a real number")
    if isinstance(entry, float | np.floating):
        number = float(entry)
        return Fraction(number) if np.isfinite(number) else number
    if isinstance(entry, int | np.integer):
        return Fraction(int(entry))
    if isinstance(entry, Rational):
        return Fraction(entry)
    raise ValueError(f"an exact value is a {type(entry).__name__}, but it must be a real number")
