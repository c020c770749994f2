"""What three neighbouring steps tell of a slope, for every place of a ladder of steps at once.

A window is a step h with h/2 and h/4. Its central differences are extrapolated (Richardson). The
bar adds the difference of the last two estimates, what the second differences show of noise in f,
and the rounding eps |f| / h. Where f is smooth at the scale h its second differences shrink to a
quarter at every halving. Where they do not, the window is either that of a kink, or it tells
nothing: f is noise there, or turns between the points, and its bar is inf. That matters, since
differences that are all noise can lie close together by chance; and extrapolation is blind to a
symmetric kink (it finds 0.5 +- 0 for ReLU at 0).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from grader.numeric.values import Floats

_SURE = 10.0  # bars
_SMOOTH = 0.1  # of the largest change of f in the window
_ROUNDING = 30.0  # units of rounding that second differences may show


@dataclass(frozen=True, eq=False)
class Windows:
    """One estimate for each window (first axis) and line; a bar is inf where there is none."""

    value: Floats
    bar: Floats
    left: Floats
    right: Floats
    kink: NDArray[np.bool_]
    step: Floats
    scale: Floats


def slope_windows(f: Floats, plus: Floats, minus: Floats, h: Floats, slack: Floats) -> Windows:
    """The slopes at 0 of functions known at 0 (`f`), at `h` (`plus`) and at `-h` (`minus`).

    `plus`, `minus` and `h` have the steps along their first axis, three or more, each half of the
    one before. `slack` is the rounding of each value of `plus` and `minus`.
    """
    step = h[:-2]
    level = widest(slack)
    rounding = level / step
    sides = (plus - f) / h, (f - minus) / h
    moved = np.maximum(np.abs(plus - f), np.abs(f - minus))[:-2]

    central = (plus - minus) / (2 * h)
    better = (4 * central[1:] - central[:-1]) / 3
    coarse, fine = better[:-1], better[1:]
    bends = plus - 2 * f + minus
    off = np.abs(bends[:-1] - 4 * bends[1:])
    worst = np.maximum(off[:-1], off[1:])
    change = np.abs(fine - coarse)
    smooth = np.maximum(worst, change * step) <= np.maximum(_SMOOTH * moved, _ROUNDING * level)
    # Higher terms alone (x^4 at 0) leave less than a tenth at each halving.
    smooth |= (off[1:] < off[:-1] / 10) & (np.maximum(off[1:], change * step) <= _SMOOTH * moved)

    value = fine + (fine - coarse) / 15
    noise = np.maximum(_at_smaller(worst) / 2, _at_smaller(change * step))
    bar = change + np.maximum(noise / step, 4 * rounding)
    bar = np.where(smooth & np.isfinite(bar) & np.isfinite(value), bar, np.inf)

    (left, left_bar), (right, right_bar) = _one_sided(sides[1]), _one_sided(sides[0])
    side_bar = np.maximum(left_bar, right_bar) + _ROUNDING * rounding
    kink = (
        _kinks(np.abs(sides[0] - sides[1]), left, right, side_bar, _ROUNDING * rounding) & ~smooth
    )
    return Windows(
        value=np.where(kink, (left + right) / 2, value),
        bar=np.where(kink, side_bar, bar),
        left=left,
        right=right,
        kink=kink,
        step=np.broadcast_to(step, value.shape),
        scale=moved / step,
    )


def widest(values: Floats) -> Floats:
    """The largest of three neighbours along the first axis."""
    return np.maximum(np.maximum(values[:-2], values[1:-1]), values[2:])


def _at_smaller(deviation: Floats) -> Floats:
    """For each window the largest deviation of its values and of those at all smaller steps.

    There truncation is less and noise is the same: a window quiet by chance is seen through.
    """
    largest: Floats = np.maximum.accumulate(deviation[::-1], axis=0)[::-1]
    return largest


def _one_sided(slopes: Floats) -> tuple[Floats, Floats]:
    first = 2 * slopes[1:] - slopes[:-1]
    second = (4 * first[1:] - first[:-1]) / 3
    return second, np.abs(second - first[1:])


def _kinks(
    gap: Floats, left: Floats, right: Floats, side_bar: Floats, floor: Floats
) -> NDArray[np.bool_]:
    # The gap of the one-sided slopes is h f'' where f is smooth: it shrinks with h. At a step or
    # a cusp the sides drift further apart the closer one looks.
    stays = (gap[2:] > gap[:-2] / 2) & (gap[2:] < 1.2 * gap[:-2]) & (gap[2:] > _SURE * floor)
    larger = np.maximum(np.abs(left), np.abs(right))
    jump = np.abs(right - left)
    kink: NDArray[np.bool_] = stays & (jump > _SURE * side_bar) & (jump > 1e-6 * larger)
    if len(kink) > 1:  # noise may look like one in a single window
        beside = np.zeros_like(kink)
        beside[:-1] |= kink[1:]
        beside[1:] |= kink[:-1]
        kink &= beside
    return kink
