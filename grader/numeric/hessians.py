"""Hessians of scalar functions from second differences, with error bars.

The curvature q along a line is (f(h) - 2 f(0) + f(-h)) / h^2, extrapolated like a slope. An entry
off the diagonal is (q(e_i + e_j) - q(e_i - e_j)) / 4. To check a Hessian against a gradient that is
trusted, numeric_jacobian of the gradient is sharper and cheaper.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from grader.numeric.ladders import Estimate, measure
from grader.numeric.slopes import ManyCalls, along_directions, read_point
from grader.numeric.values import Floats
from grader.numeric.windows import Windows, widest

_SMOOTH = 0.1
_ROUNDING = 30.0


def numeric_hessian(f_many: ManyCalls, x: Any, typical: float = 1.0) -> Estimate:
    """The Hessian of a scalar function at `x`, of shape `x.shape + x.shape`, and symmetric.

    It takes 6 n^2 + 1 points, more where a second look is needed. A bar is inf where f has no
    second derivative. ValueError as for numeric_gradient.
    """
    point = read_point(x, typical)
    n = point.size
    reach = 2.0 ** np.round(np.log2(np.maximum(np.abs(point.astype(float)).ravel(), typical)))
    rows, columns = np.triu_indices(n, 1)
    pairs = np.arange(len(rows))
    plus, minus = (np.zeros((len(rows), n)) for _ in range(2))
    for ways, sign in ((plus, 1.0), (minus, -1.0)):
        ways[pairs, rows], ways[pairs, columns] = reach[rows], sign * reach[columns]
    ways = np.concatenate([np.diag(reach), plus, minus])
    ones = np.ones(len(ways))
    along, eps = along_directions(f_many, point, ways)
    found = measure(along, ones, ones, eps, look=curvature_windows, order=2)

    value, bar = np.diag(found.value[:n]), np.diag(found.bar[:n])
    m = n + len(rows)
    value[rows, columns] = (found.value[n:m] - found.value[m:]) / 4
    bar[rows, columns] = (found.bar[n:m] + found.bar[m:]) / 4
    value[columns, rows], bar[columns, rows] = value[rows, columns], bar[rows, columns]
    units = np.outer(reach, reach)
    value, bar = value / units, bar / units
    shape = point.shape * 2
    kink = np.zeros(shape, dtype=bool)
    value, bar = value.reshape(shape), bar.reshape(shape)
    return Estimate(value, bar, value.copy(), value.copy(), kink, None, found.eps)


def curvature_windows(f: Floats, plus: Floats, minus: Floats, h: Floats, slack: Floats) -> Windows:
    """The second derivatives at 0, in the terms of grader.numeric.windows.slope_windows."""
    step = h[:-2]
    level = widest(slack) / step**2
    second = (plus - 2 * f + minus) / h**2
    better = (4 * second[1:] - second[:-1]) / 3
    coarse, fine = better[:-1], better[1:]
    change = np.abs(fine - coarse)
    largest = widest(np.abs(second))
    smooth = change <= np.maximum(_SMOOTH * largest, 16 * _ROUNDING * level)
    value = fine + (fine - coarse) / 15
    bar = change + 100 * level  # at h / 4 the rounding of f counts 16 times four
    if len(bar) > 1:  # noise that is quiet in one window shows in the next
        bar[:-1] = np.maximum(bar[:-1], bar[1:] / 4)
    bar = np.where(smooth & np.isfinite(bar) & np.isfinite(value), bar, np.inf)
    moved = np.maximum(np.abs(plus - f), np.abs(f - minus))[:-2]
    kink = np.zeros(value.shape, dtype=bool)
    steps = np.broadcast_to(step, value.shape)
    return Windows(value, bar, value, value, kink, steps, moved / step)
