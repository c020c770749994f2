"""Slopes along lines: a first look with one window, a second with a ladder of steps if it is poor.

What the right step is depends on the scale on which f changes, which nobody tells. So the first
step follows the size of the point and the dtype alone; where the error bar it gives is not small,
f is measured once more at steps that double over 53 octaves, and the window with the smallest bar
is taken.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from grader.numeric.values import Floats
from grader.numeric.windows import Windows, slope_windows

EPS = float(np.finfo(float).eps)
_GOOD = 1e-6
_FLAT = 1e-8
_EXCUSED = 1e-9  # closer to a kink than this share of its size, a point may as well lie on it
_SURELY_MOVED = 100.0
_SHARP = 1e-3
_LAST = 4
_TAIL = 2.0**-20

# Gives the values at the points that lie `t` along the lines of these numbers (the line -1 is the
# point itself, t = 0), first axis as given; how far each point is off; and eps of the values.
Along = Callable[[NDArray[np.int64], Floats], tuple[Floats, Floats, float]]
Look = Callable[[Floats, Floats, Floats, Floats, Floats], Windows]


@dataclass(frozen=True, eq=False)
class Estimate:
    """Measured slopes; all arrays have the same shape, for a gradient that of the point.

    `value` +- `bar` is the slope (at a kink the mean of both sides), `left` and `right` are the
    one-sided slopes, `kink` says where they differ. A bar is inf where no slope exists or f is not
    finite. `scale` is what counts as a large slope: how fast f changes at the first step, 0 where
    that is rounding. `eps` is the rounding of the values of f.
    """

    value: Floats
    bar: Floats
    left: Floats
    right: Floats
    kink: NDArray[np.bool_]
    scale: Floats | None = None
    eps: float = EPS

    def reshape(self, shape: tuple[int, ...]) -> Estimate:
        """The same with another shape of all arrays."""
        scale = None if self.scale is None else self.scale.reshape(shape)
        a, b, c, d = (x.reshape(shape) for x in (self.value, self.bar, self.left, self.right))
        return Estimate(a, b, c, d, self.kink.reshape(shape), scale, self.eps)

    def part(self, index: Any) -> Estimate:
        """The slopes at an index of numpy's."""
        scale = None if self.scale is None else np.asarray(self.scale[index])
        a, b, c, d = (np.asarray(x[index]) for x in (self.value, self.bar, self.left, self.right))
        return Estimate(a, b, c, d, np.asarray(self.kink[index]), scale, self.eps)


def measure(
    along: Along,
    reach: Floats,
    near: Floats,
    eps: float,
    look: Look = slope_windows,
    order: int = 1,
) -> Estimate:
    """The slope (or what `look` finds) at 0 of each of `len(reach)` lines.

    `reach` is the change along each line that is neither large nor small, `near` one that
    may be smaller, for which the ladder is made longer. The result has the lines as its first axis
    and behind it the axes of f's values. `order` is that of the derivative.
    """
    # Central differences alone are best near cbrt(eps) = 6e-6. After extrapolation less truncation
    # is left, so a larger step pays: it cuts the rounding, which a large constant in f makes large.
    power = 1 / (3 + order)
    steps = _steps(eps**power * reach, eps)
    h = steps / 2.0 ** np.arange(3)[:, None]
    with np.errstate(all="ignore"):
        f, first, eps_f = _windows(along, np.arange(len(reach)), h, look, None, eps)
        found = [part[0] for part in _parts(first)]
        value, bar, _, _, kink = found
        spread = tuple(range(1, value.ndim))
        moved = first.scale[0] * steps.reshape(-1, *[1] * len(spread))
        real = (moved > _SURELY_MOVED * eps_f * np.abs(f)) & np.isfinite(moved)
        scale = np.where(real, first.scale[0], 0.0)
        largest = np.max(np.abs(value), axis=0, where=np.isfinite(bar), initial=0.0)
        good = (bar <= _GOOD * np.abs(value)) | ((moved == 0) & (bar <= _FLAT * largest))
        poor = np.flatnonzero(~np.all(good & np.isfinite(bar) & ~kink, axis=spread))
        if len(poor):
            up, down = (15, 38) if eps < 1e-10 else (8, 14)
            down += int(np.ceil(np.log2(np.max(reach[poor] / near[poor]))))
            ladder = steps[poor] * 2.0 ** np.arange(up, -down - 1, -1)[:, None]
            _, second, eps_f = _windows(along, poor, ladder, look, f, eps)
            floor = (max(_EXCUSED, 8 * eps) * reach[poor]).reshape(-1, *[1] * len(spread))
            for old, new in zip(found, _best(second, floor), strict=True):
                old[poor] = new
    value, bar, left, right, kink = found
    return Estimate(value, bar, left, right, kink, scale, eps_f)


def _windows(
    along: Along, lines: NDArray[np.int64], h: Floats, look: Look, f: Floats | None, eps: float
) -> tuple[Floats, Windows, float]:
    """f at the point, and the windows of these lines at the steps `h` (steps, lines)."""
    count = len(h)
    numbers = np.repeat(lines, 2 * count)
    ts = np.stack([h, -h]).transpose(2, 0, 1).ravel()
    if f is None:
        numbers, ts = np.append(-1, numbers), np.append(0.0, ts)
    values, off, eps_f = along(numbers, ts)
    eps_f = max(eps_f, eps)
    if f is None:
        f, values, off = values[0], values[1:], off[1:]
    shape = f.shape
    ones = [1] * len(shape)
    sides = values.reshape(len(lines), 2, count, *shape)
    plus, minus = (np.moveaxis(sides[:, i], 1, 0) for i in (0, 1))
    off_by = np.moveaxis(np.abs(off).reshape(len(lines), 2, count), 2, 0).max(axis=2)
    steps = h.reshape(*h.shape, *ones)
    size = np.maximum(np.maximum(np.abs(plus), np.abs(minus)), np.abs(f))
    slope = np.maximum(np.abs(plus - f), np.abs(minus - f)) / steps
    slack = eps_f * size + off_by.reshape(*h.shape, *ones) * slope
    return f, look(f, plus, minus, steps, slack), eps_f


def _best(windows: Windows, floor: Floats) -> list[NDArray[Any]]:
    """The window with the smallest bar, of those that can be believed."""
    w, bar = windows, windows.bar.copy()
    bar[-_LAST:] = np.inf  # no smaller steps tell of the noise in them
    smooth = ~w.kink & np.isfinite(bar)
    kink = w.kink & np.isfinite(bar)
    # Beside a kink the large windows see it and the small ones do not: these are right, unless the
    # point is so close that rounding could cross it. At a kink no small window is sharp.
    jump = np.max(np.abs(w.right - w.left), axis=0, where=kink, initial=0.0)
    close = w.step < floor
    beside = np.any(smooth & ~close & (bar <= _SHARP * jump), axis=0)
    bar = np.where(np.where(beside, kink, smooth & close & kink.any(axis=0)), np.inf, bar)
    # A function that rounds its input is a staircase: flat where the steps are smaller than its.
    flat = smooth & (w.scale == 0)
    sharp = smooth & ~flat & (bar <= _SHARP * np.abs(w.value))
    bar = np.where(flat & np.logical_or.accumulate(sharp, axis=0), np.inf, bar)
    # Where f turns many times in a step, small slopes come with small bars, but not relative to
    # themselves.
    bar = np.where(smooth & ~flat & ~sharp & sharp.any(axis=0), np.inf, bar)
    at = np.argmin(bar, axis=0)[None]
    return [np.take_along_axis(part, at, 0)[0] for part in _parts(w)]


def _parts(w: Windows) -> tuple[NDArray[Any], ...]:
    return w.value.copy(), w.bar.copy(), w.left.copy(), w.right.copy(), w.kink.copy()


def _steps(near: Floats, eps: float) -> Floats:
    """Steps with few bits, so that x + h and x - h are exact for nearly every x.

    In float64 they have one bit more than a power of two, far down: whole numbers moved by a power
    of two give values that look like float32.
    """
    tail = _TAIL if eps == EPS else 0.0
    return np.asarray(2.0 ** np.round(np.log2(near)) * (1 + tail), dtype=np.float64)
