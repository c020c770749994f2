"""How a reference and an oracle are compared, and values by mpmath, rounded to float64 once.

Nothing here is shared with `grader.numeric`: an oracle that used the bank's own ruler would inherit
its faults.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from numbers import Real
from typing import Any

import mpmath as mp
import numpy as np


def agree(
    actual: Any, expected: Any, *, each: float = 0.0, largest: float = 0.0, plus: float = 0.0
) -> None:
    """`actual` has the structure, shapes and kinds of `expected`, and its values so closely.

    An entry e may miss by `each` * |e| + `largest` * (the largest finite |e| of its array) +
    `plus`; without any of them it must be equal. nan and inf stand where they are expected.
    """
    if isinstance(expected, Mapping):
        assert isinstance(actual, dict)
        assert actual.keys() == expected.keys()
        for key in expected:
            agree(actual[key], expected[key], each=each, largest=largest, plus=plus)
    elif isinstance(expected, list | tuple):
        assert type(actual) is type(expected)
        assert len(actual) == len(expected)
        for a, e in zip(actual, expected, strict=True):
            agree(a, e, each=each, largest=largest, plus=plus)
    else:
        _agree(actual, np.asarray(expected), each, largest, plus)


def _agree(actual: Any, expected: np.ndarray, each: float, largest: float, plus: float) -> None:
    if expected.ndim:
        assert type(actual) is np.ndarray, f"a {type(actual).__name__}, no array"
    found = np.asarray(actual)
    assert found.shape == expected.shape
    wanted = "b" if expected.dtype.kind == "b" else "iuf"
    assert found.dtype.kind in wanted, f"entries of type {found.dtype}"
    finite = np.isfinite(expected)
    # Equal, not close, where it is not finite: inf has its sign, nan its place.
    np.testing.assert_array_equal(found[~finite], expected[~finite])
    found, expected = found[finite].astype(float), expected[finite].astype(float)
    size = np.abs(expected)
    allowed = each * size + largest * size.max(initial=0.0) + plus
    off = np.abs(found - expected)
    # A nan among the values found is not `<=` anything.
    wrong = ~(off <= allowed)
    assert not wrong.any(), (
        f"{found[wrong][0]!r}, but the oracle has {expected[wrong][0]!r}: "
        f"off by {off[wrong][0]:.3g}, and {np.broadcast_to(allowed, off.shape)[wrong][0]:.3g} "
        "is allowed"
    )


def by_mpmath(function: Callable[..., Any], *arrays: Any, digits: int = 50) -> np.ndarray:
    """The function of mpf, entry by entry, computed with so many digits, as float64."""
    stretched = np.broadcast_arrays(*arrays)
    with mp.workdps(digits):
        values = [
            float(function(*(mp.mpf(float(x)) for x in entries)))
            for entries in zip(*(array.flat for array in stretched), strict=True)
        ]
    return np.array(values).reshape(stretched[0].shape)


def mpfs(array: Any) -> list[Any]:
    """The entries as mpf, exactly."""
    return [mp.mpf(float(x)) for x in np.ravel(array)]


def fractions(array: Any) -> list[Any]:
    """The entries of an array of floats as exact fractions, nested as the array is."""
    if isinstance(array, Real):
        return Fraction(float(array))  # type: ignore[return-value]
    return [fractions(entry) for entry in array]


def of_any_size(rng: np.random.Generator, shape: Any, low: float, high: float) -> np.ndarray:
    """Numbers of both signs whose sizes are spread from 10**low to 10**high."""
    sizes = 10.0 ** rng.uniform(low, high, size=shape)
    return sizes * rng.choice([-1.0, 1.0], size=shape)
