"""Where values stand on an axis, and the round numbers that are written beside it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_MINUS = "\u2212"
_LEAST, _MOST = 1e-300, 1e308


@dataclass(frozen=True)
class Tick:
    """A place on an axis, in units of the picture, and the number that stands there."""

    at: float
    text: str


@dataclass(frozen=True)
class Axis:
    """Values from `low` to `high` laid out from `begin` to `end`; finite, low below high."""

    low: float
    high: float
    begin: float
    end: float

    def at(self, value: float) -> float:
        """Where the value stands, to a tenth of a unit; beyond the axis, at its end."""
        # Scaled first: the difference of two finite numbers may be infinite.
        scale = max(abs(self.low), abs(self.high))
        low, high, here = (
            self.low / scale,
            self.high / scale,
            min(max(value, self.low), self.high) / scale,
        )
        return round(self.begin + (here - low) / (high - low) * (self.end - self.begin), 1)

    def ticks(self, most: float) -> tuple[Tick, ...]:
        """At most `most` + 1 round numbers within the axis."""
        raw = self.high / most - self.low / most
        if raw < _LEAST:
            return (Tick(self.at(0.0), "0"),) if self.low <= 0 <= self.high else ()
        power = 10.0 ** math.floor(math.log10(raw))
        step = next(k * power for k in (1, 2, 5, 10) if k * power >= raw * (1 - 1e-9))
        first, last = math.ceil(self.low / step - 1e-9), math.floor(self.high / step + 1e-9)
        return tuple(Tick(self.at(k * step), short(k * step)) for k in range(first, last + 1))


def axis_of(values: Iterable[float], begin: float, end: float) -> Axis:
    """The axis that holds zero and all of the finite `values`, with a little room at the ends."""
    found = [0.0, *values]
    low, high = min(found), max(found)
    if high == low:
        return Axis(0.0, 1.0, begin, end)
    room = 0.06 * (high / 2 - low / 2)
    low, high = low - room * (low < 0), high + room * (high > 0)
    return Axis(max(low, -_MOST), min(high, _MOST), begin, end)


def decades(
    values: Sequence[float], begin: float, end: float, most: int
) -> tuple[Axis, list[Tick]]:
    """The axis that places the log10 of positive `values`, and the powers of ten beside it."""
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    axis = Axis(low, max(high, low + 1), begin, end)
    every = max(1, math.ceil((axis.high - axis.low) / most))
    powers = range(low, int(axis.high) + 1, every)
    return axis, [Tick(axis.at(k), f"10{str(k).translate(_RAISED)}") for k in powers]


def short(value: float) -> str:
    """The number with four digits at most, for an axis, with a minus sign proper."""
    return f"{value + 0.0:.4g}".replace("-", _MINUS)


def apart(one: float, other: float) -> tuple[str, str]:
    """Two numbers as text, with more digits than six where they would look the same."""
    for digits in (6, 9, 12, 17):
        texts = f"{one + 0.0:.{digits}g}", f"{other + 0.0:.{digits}g}"
        if texts[0] != texts[1]:
            break
    return texts[0].replace("-", _MINUS), texts[1].replace("-", _MINUS)
