"""Gradients by the complex step: Im f(x + ih) / h has no difference in it, so nothing cancels.

It is for functions known to be analytic and to take complex input: never for a student's code.
abs, maximum and norm drop the imaginary part without a word, so the result is compared with slopes
measured along seeded directions. Squire and Trapp, SIAM Review 40 (1998), 110-112.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from grader.numeric.drawing import generator
from grader.numeric.ladders import EPS, Estimate
from grader.numeric.slopes import ManyCalls, numeric_slopes
from grader.numeric.values import Floats

_STEP = 2.0**-100  # its square is below the rounding of any f whose slopes are below 1e44
_SURE = 10.0
_ROUNDINGS = 64


def complex_gradient(f_many: ManyCalls, x: Any, typical: float = 1.0) -> Estimate:
    """The gradient of a scalar function at `x`, to rounding: n points, and few real ones.

    `f_many` takes a list of arrays like `x`, complex or float, and gives a number for each.
    ValueError if it gives none, or if the slopes along two seeded directions are others: it drops
    the imaginary part, or has a kink at `x`.
    """
    point = np.array(x, dtype=np.float64)
    points = []
    for i in range(point.size):
        moved = point.astype(np.complex128)
        moved.flat[i] += 1j * _STEP
        points.append(moved)
    value = _imaginary(f_many(points) if points else [], point.size).reshape(point.shape) / _STEP
    largest = np.max(np.abs(value), initial=0.0)
    bar = np.full(point.shape, _ROUNDINGS * EPS * largest)
    if point.size:
        signs = generator("complex step").choice([-1.0, 1.0], size=(2, *point.shape))
        ways = signs * np.maximum(np.abs(point), typical)
        seen = numeric_slopes(
            lambda points: [_real(v) for v in f_many(points)], point, ways, typical
        )
        terms = np.abs(ways * value).reshape(2, -1).sum(axis=1)
        gap = np.abs((ways * value).reshape(2, -1).sum(axis=1) - seen.value)
        known = np.isfinite(seen.bar)
        if (
            not known.any()
            or np.any(seen.kink)
            or np.any(gap[known] > (_SURE * seen.bar + 1e-7 * terms)[known])
        ):
            raise ValueError(
                "the complex step and central differences disagree: f drops the imaginary part, or "
                "is not smooth here; use numeric_gradient"
            )
    kink = np.zeros(point.shape, dtype=bool)
    return Estimate(value, bar, value.copy(), value.copy(), kink)


def _imaginary(values: Any, count: int) -> Floats:
    arrays = [np.asarray(value) for value in values]
    if len(arrays) != count or any(a.ndim or a.dtype.kind not in "fciu" for a in arrays):
        raise ValueError("f_many must give one number for each point")
    return np.array([complex(a).imag for a in arrays], dtype=np.float64)


def _real(value: Any) -> Any:
    return np.real(value) if np.iscomplexobj(value) else value
