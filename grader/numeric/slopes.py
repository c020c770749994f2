"""Gradients, Jacobians and slopes along directions, measured with error bars and a kink test.

`f_many` takes a list of fresh arrays like the point and gives as many values, so that all of a
look travels in one batch (in several where the points would fill the memory).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from grader.numeric.ladders import EPS, Along, Estimate, measure
from grader.numeric.values import Floats, Reading, is_number, read

__all__ = [
    "Estimate",
    "ManyCalls",
    "numeric_gradient",
    "numeric_jacobian",
    "numeric_slopes",
    "numeric_vjp",
]

ManyCalls = Callable[[list[Any]], Sequence[Any]]

_BATCH_BYTES = 64_000_000
_TELLING, _DECIMALS = 4, 11  # distinct values; decimals that someone may round to
_TINY, _LEAST = 1e-9, 1e-30  # shares of typical; a point between them gets a longer ladder


def numeric_gradient(f_many: ManyCalls, x: Any, typical: float = 1.0) -> Estimate:
    """The gradient of a scalar function at `x`, from 6 n + 1 points and a second look if needed.

    A float32 `x` is moved in float32, by steps that fit it. `typical` is the size of a change in x
    that is neither large nor small; a wrong one costs time, since the second look tries all steps.
    ValueError if x is not finite, typical not positive, or f_many gives no such numbers.
    """
    point = read_point(x, typical)
    return _coordinates(_numbers(f_many), point, typical).reshape(point.shape)


def numeric_jacobian(f_many: ManyCalls, x: Any, typical: float = 1.0) -> Estimate:
    """The Jacobian of an array function at `x`, of shape `f(x).shape + x.shape`.

    As numeric_gradient; ValueError too if f_many gives arrays of several shapes.
    """
    point = read_point(x, typical)
    found = _coordinates(_arrays(f_many), point, typical)
    out = found.value.shape[1:]
    parts = (found.value, found.bar, found.left, found.right, found.kink, found.scale)
    a, b, c, d, e, s = (
        np.moveaxis(np.asarray(part), 0, -1).reshape(out + point.shape) for part in parts
    )
    return Estimate(a, b, c, d, e, s, found.eps)


def numeric_vjp(f_many: ManyCalls, x: Any, upstream: Any, typical: float = 1.0) -> Estimate:
    """The vector-Jacobian product sum_k upstream[k] d f[k] / d x, of the shape of `x`.

    `upstream` has the shape of f's values. ValueError as for numeric_jacobian.
    """
    weights = np.array(upstream, dtype=np.float64)

    def products(points: list[Any]) -> list[Any]:
        values = _read_all(f_many(points), len(points))
        if any(value.data.shape != weights.shape for value in values):
            raise ValueError(f"f_many must give arrays of upstream's shape {weights.shape}")
        kind = np.float32 if any(_eps(value.dtype) > EPS for value in values) else np.float64
        return [kind(np.sum(weights * value.data)) for value in values]

    return numeric_gradient(products, x, typical)


def numeric_slopes(f_many: ManyCalls, x: Any, directions: Any, typical: float = 1.0) -> Estimate:
    """The slopes of a scalar function at `x` along directions (k, *x.shape): shape (k,).

    Its cost does not grow with the size of x. ValueError as for numeric_gradient, or for a
    direction that is zero or not finite.
    """
    point = read_point(x, typical)
    ways = np.array(directions, dtype=np.float64).reshape(-1, *point.shape)
    largest = np.max(np.abs(ways), axis=tuple(range(1, ways.ndim)), initial=0.0)
    if not (np.isfinite(largest).all() and np.all(largest > 0)):
        raise ValueError("each direction must be finite and not zero")
    size = np.abs(point.astype(np.float64))
    with np.errstate(divide="ignore"):
        share = np.maximum(size, typical) / np.abs(ways)
    reach = np.min(share, axis=tuple(range(1, ways.ndim)), initial=np.inf)

    along, eps = along_directions(f_many, point, ways)
    return measure(along, reach, reach, eps)


def along_directions(f_many: ManyCalls, point: NDArray[Any], ways: Floats) -> tuple[Along, float]:
    """A scalar function along the lines `point + t * ways[line]`, and the eps of its points."""
    directions = ways.reshape(-1, *point.shape)

    def moved(line: int, t: float) -> tuple[NDArray[Any], float]:
        return (point + t * directions[line]).astype(point.dtype), 0.0

    return _along(_numbers(f_many), point, moved), _eps(point.dtype.name)


def _coordinates(
    f_many: Callable[[list[Any]], tuple[Floats, float]], point: NDArray[Any], typical: float
) -> Estimate:
    size = np.abs(point.astype(np.float64)).ravel()
    reach = np.maximum(size, typical)
    near = np.where(
        (size > 0) & (size < _TINY * typical), np.maximum(size, _LEAST * typical), reach
    )

    def moved(line: int, t: float) -> tuple[NDArray[Any], float]:
        there = point.copy()
        before = float(there.flat[line])
        there.flat[line] = before + t
        return there, (float(there.flat[line]) - before) - t

    return measure(_along(f_many, point, moved), reach, near, _eps(point.dtype.name))


def _along(
    f_many: Callable[[list[Any]], tuple[Floats, float]],
    point: NDArray[Any],
    moved: Callable[[int, float], tuple[NDArray[Any], float]],
) -> Along:
    size = max(1, _BATCH_BYTES // max(point.nbytes, 1))

    def along(lines: NDArray[np.int64], ts: Floats) -> tuple[Floats, Floats, float]:
        values, off, eps = [], [], 0.0
        for begin in range(0, len(ts), size):
            some = slice(begin, begin + size)
            pairs = [
                (point.copy(), 0.0) if line < 0 else moved(line, t)
                for line, t in zip(lines[some].tolist(), ts[some].tolist(), strict=True)
            ]
            got, eps_here = f_many([pair[0] for pair in pairs])
            values.append(got)
            off += [pair[1] for pair in pairs]
            eps = max(eps, eps_here)
        return np.concatenate(values), np.array(off), eps

    return along


def read_point(x: Any, typical: float) -> NDArray[Any]:
    """A copy of `x`, float32 if it is, else float64; ValueError as numeric_gradient promises."""
    kind = np.float32 if getattr(x, "dtype", None) == np.float32 else np.float64
    point = np.array(x, dtype=kind)
    if not (np.isfinite(point).all() and np.isfinite(typical) and typical > 0):
        raise ValueError("x must be finite, and typical a finite number above 0")
    return point


def _numbers(f_many: ManyCalls) -> Callable[[list[Any]], tuple[Floats, float]]:
    def numbers(points: list[Any]) -> tuple[Floats, float]:
        values = f_many(points)
        readings = _read_all(values, len(points), "one real number")
        if not all(map(is_number, values)):
            raise ValueError("f_many must give one real number for each point")
        data = np.array([float(r.data) for r in readings], dtype=np.float64)
        return data, max(_grain(data), *(_eps(r.dtype) for r in readings))

    return numbers


def _arrays(f_many: ManyCalls) -> Callable[[list[Any]], tuple[Floats, float]]:
    def arrays(points: list[Any]) -> tuple[Floats, float]:
        readings = _read_all(f_many(points), len(points))
        if len({r.data.shape for r in readings}) > 1:
            raise ValueError("f_many must give arrays of one and the same shape")
        data = np.stack([r.data for r in readings])
        return data, max(_grain(data), *(_eps(r.dtype) for r in readings))

    return arrays


def _read_all(values: Sequence[Any], count: int, what: str = "real numbers") -> list[Reading]:
    if len(values) != count:
        raise ValueError(f"f_many gave {len(values)} values for {count} points")
    readings = [read(value) for value in values]
    good = [reading for reading in readings if isinstance(reading, Reading)]
    if len(good) < count:
        raise ValueError(f"f_many must give {what} for each point")
    return good


def _eps(dtype: str) -> float:
    return float(np.finfo(dtype).eps) if dtype in ("float16", "float32") else EPS


def _grain(values: Floats) -> float:
    """The rounding of values that are all float32 numbers, or all rounded to some decimals.

    Whatever dtype they come in: rounded values can lie on a straight line by chance, far from the
    slope.
    """
    finite = np.unique(np.abs(values[np.isfinite(values)]))
    if len(finite) < _TELLING:
        return EPS
    with np.errstate(over="ignore"):
        if np.array_equal(finite.astype(np.float32), finite):
            return _eps("float32")
    middle = float(np.median(finite))
    for decimals in range(_DECIMALS):
        unit = 10.0**-decimals
        if unit <= 1e3 * EPS * finite[-1]:
            break
        if np.all(np.abs(np.round(finite, decimals) - finite) <= 2 * EPS * finite):
            return unit / max(middle, unit)
    return EPS
