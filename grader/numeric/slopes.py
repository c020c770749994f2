"""Gradients measured by central differences, with error bars and a test for kinks.

Each component is measured at the steps h, h/2 and h/4 and extrapolated (Richardson). The bar adds
the difference of the last two estimates, what the second differences show of noise in f, and the
rounding eps |f| / h. Because extrapolation is blind to a symmetric kink (it finds 0.5 +- 0 for
ReLU at 0), the slopes from the left and from the right are measured too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from grader.numeric.values import Floats, Reading, is_number, read

_EPS = float(np.finfo(float).eps)
# Central differences alone are best near cbrt(eps) = 6e-6. After extrapolation less truncation is
# left, so a larger step pays: it cuts the rounding, which a large constant in f makes large.
_STEP = _EPS**0.25
_STEPS = 3
_SURE = 10.0  # bars


@dataclass(frozen=True, eq=False)
class Estimate:
    """A measured gradient; all arrays have the shape of the point.

    `value` +- `bar` is the slope (at a kink the mean of both sides), `left` and `right` are the
    one-sided slopes, `kink` says where they differ. A bar is inf where no slope exists or f is not
    finite.
    """

    value: Floats
    bar: Floats
    left: Floats
    right: Floats
    kink: NDArray[np.bool_]


def numeric_gradient(
    f_many: Callable[[list[Any]], Sequence[Any]], x: Any, typical: float = 1.0
) -> Estimate:
    """The gradient of a scalar function at `x`, from one call of `f_many` with 6 n + 1 points.

    `f_many` takes a list of fresh arrays like `x` and gives as many numbers. The first step is
    eps^(1/4) max(|x_i|, typical), so `typical` is the size of a change in x that is neither large
    nor small. ValueError if x is not finite, typical not positive, or f_many gives no such numbers.
    """
    point = np.array(x, dtype=np.float64)
    if not (np.isfinite(point).all() and np.isfinite(typical) and typical > 0):
        raise ValueError("x must be finite, and typical a finite number above 0")
    # A power of two, so that x + h and x - h are exact for nearly every x.
    steps = 2.0 ** np.round(np.log2(_STEP * np.maximum(np.abs(point).ravel(), typical)))
    points = [point]
    for i, step in enumerate(steps):
        for sign in (1, -1):
            for k in range(_STEPS):
                moved = point.copy()
                moved.flat[i] += sign * step / 2**k
                points.append(moved)
    values = _numbers(f_many(points), len(points))
    with np.errstate(all="ignore"):
        plus, minus = values[1:].reshape(len(steps), 2, _STEPS).transpose(1, 2, 0)
        return _estimate(values[0], plus, minus, steps, point.shape)


def _numbers(values: Sequence[Any], count: int) -> Floats:
    if len(values) != count:
        raise ValueError(f"f_many gave {len(values)} values for {count} points")
    read_all = [read(value) for value in values]
    for value, reading in zip(values, read_all, strict=True):
        if not (isinstance(reading, Reading) and is_number(value)):
            raise ValueError("f_many must give one real number for each point")
    return np.array([float(r.data) for r in read_all if isinstance(r, Reading)])


def _estimate(
    f: float, plus: Floats, minus: Floats, steps: Floats, shape: tuple[int, ...]
) -> Estimate:
    h = steps / 2.0 ** np.arange(_STEPS)[:, None]
    rounding = _EPS * np.max(np.abs([*plus, *minus, np.full_like(steps, f)]), axis=0) / steps

    central = (plus - minus) / (2 * h)
    coarse, fine = (4 * central[1:] - central[:-1]) / 3
    bends = plus - 2 * f + minus  # h^2 f'': a quarter at every halving, but for noise
    noise = np.max(np.abs(bends[:-1] - 4 * bends[1:]), axis=0) / (2 * steps)
    value = fine + (fine - coarse) / 15
    bar = np.abs(fine - coarse) + noise + 4 * rounding

    right, right_bar = _one_sided((plus - f) / h)
    left, left_bar = _one_sided((f - minus) / h)
    gap = np.abs((plus - f) / h - (f - minus) / h)  # h f'' where f is smooth: it shrinks with h
    side_bar = np.maximum(left_bar, right_bar) + 30 * rounding
    stays = (gap[-1] > gap[0] / 2) & (gap[-1] > _SURE * 30 * rounding)
    larger = np.maximum(np.abs(left), np.abs(right))
    jump = np.abs(right - left)
    kink = stays & (jump > _SURE * side_bar) & (jump > 1e-6 * larger)
    # A step or a cusp: the sides drift further apart the closer one looks.
    kink &= gap[-1] < 1.2 * gap[0]
    no_slope = (gap[-1] > 1.2 * gap[0]) & (gap[-1] > _SURE * 30 * rounding)

    bar = np.where(kink, side_bar, bar)
    bar[no_slope | ~np.isfinite(bar)] = np.inf
    value = np.where(kink, (left + right) / 2, value)
    return Estimate(
        value=value.reshape(shape),
        bar=bar.reshape(shape),
        left=left.reshape(shape),
        right=right.reshape(shape),
        kink=kink.reshape(shape),
    )


def _one_sided(slopes: Floats) -> tuple[Floats, Floats]:
    first = 2 * slopes[1:] - slopes[:-1]
    second = (4 * first[1] - first[0]) / 3
    return second, np.abs(second - first[1])
