"""A failed gradient check as a picture: each component's slope, and the error over the step.

The pictures are laid out here and drawn by a template. matplotlib would take longer for one page
than grading does, and its colours could not follow the reader's dark mode.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from msgspec import UNSET

from grader.model import Component, SlopeRow, StepCurve
from grader.report.axes import Tick, apart, axis_of, decades, short

WIDTH, HEIGHT = 340, 210
LEFT, RIGHT, TOP, BOTTOM = 58, 334, 20, 182
_CHARACTER = 6.6  # units that a digit is wide
_LEAST = 1e-300


@dataclass(frozen=True)
class Numbers:
    """One row of the table as text."""

    place: str
    claimed: str
    measured: str
    bar: str
    ratio: str


@dataclass(frozen=True)
class Slot:
    """One component: where its measured slope (from `low` to `high`) and the claimed one stand."""

    x: float
    measured: float
    low: float
    high: float
    claimed: float
    differs: bool
    text: str


@dataclass(frozen=True)
class SlopePlot:
    """The slopes of one parameter side by side."""

    zero: float
    ticks: tuple[Tick, ...]
    slots: tuple[Slot, ...]
    title: str
    words: str


@dataclass(frozen=True)
class StepPlot:
    """Distances over the step, both logarithmic; the lines are points of a polyline."""

    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    measured: tuple[tuple[float, float], ...]
    claimed: tuple[tuple[float, float], ...]
    title: str
    words: str


def place(index: tuple[int, ...]) -> str:
    """`[0, 2]`, or nothing for the only component of a number."""
    return str(list(index)) if index else ""


def numbers(row: SlopeRow) -> Numbers | None:
    """The worst component of a row as text; None where nothing could be compared."""
    worst = row.worst
    if worst is UNSET:
        return None
    claimed, measured = apart(worst.claimed, worst.measured)
    ratio = "" if row.ratio is UNSET else short(row.ratio)
    return Numbers(place(worst.index), claimed, measured, f"{worst.bar:.1g}", ratio)


def slope_plot(row: SlopeRow) -> SlopePlot | None:
    """The picture of a parameter that differs; None for one number, of which the table says all."""
    some = row.components
    if len(some) < 2:
        return None
    ends = [(c.measured - c.bar, c.measured + c.bar) for c in some]
    values = [*(c.claimed for c in some), *(end for pair in ends for end in pair)]
    axis = axis_of((v for v in values if math.isfinite(v)), BOTTOM, TOP)
    width = (RIGHT - LEFT) / len(some)
    labels = [",".join(map(str, c.index)) for c in some]
    every = max(1, math.ceil(max(map(len, labels)) * _CHARACTER / width))
    slots = tuple(
        Slot(
            x=round(LEFT + (i + 0.5) * width, 1),
            measured=axis.at(c.measured),
            low=axis.at(c.measured - c.bar),
            high=axis.at(c.measured + c.bar),
            claimed=axis.at(c.claimed),
            differs=c.differs,
            text=labels[i] if i % every == 0 else "",
        )
        for i, c in enumerate(some)
    )
    of = f" by {row.parameter}" if row.parameter else ""
    title = f"The gradient{of}: yours beside the measured slopes"
    words = " ".join(map(_aloud, some)) + left_out(row)
    return SlopePlot(axis.at(0.0), axis.ticks(5), slots, title, words)


def left_out(row: SlopeRow) -> str:
    """What a reader must know of components that are not drawn."""
    more = row.size - len(row.components)
    return f" {more} more {'is' if more == 1 else 'are'} not shown." if more > 0 else ""


def step_plot(curve: StepCurve) -> StepPlot:
    """The picture of a curve, which has at least one step."""
    x_axis, x_ticks = decades(curve.steps, LEFT, RIGHT, 5)
    known = [v for v in (*curve.from_measured, *curve.from_claimed) if v > _LEAST]
    # An error of zero has no logarithm: it stands at the foot of the picture.
    least = min(known, default=1.0) / 10
    y_axis, y_ticks = decades([least, max(known, default=1.0)], BOTTOM, TOP, 5)

    def line(errors: tuple[float, ...]) -> tuple[tuple[float, float], ...]:
        return tuple(
            (x_axis.at(math.log10(step)), y_axis.at(math.log10(max(error, least))))
            for step, error in zip(curve.steps, errors, strict=True)
        )

    best = min(range(len(curve.steps)), key=lambda i: curve.from_measured[i])
    title = "How far a central difference is off, over its step"
    words = (
        f"From the measured slope: {curve.from_measured[0]:.1g} at the step {curve.steps[0]:.1g}, "
        f"least, {curve.from_measured[best]:.1g}, at {curve.steps[best]:.1g}, and "
        f"{curve.from_measured[-1]:.1g} at {curve.steps[-1]:.1g}. "
        f"From your slope never less than {min(curve.from_claimed):.2g}."
    )
    measured, claimed = line(curve.from_measured), line(curve.from_claimed)
    return StepPlot(tuple(x_ticks), tuple(y_ticks), measured, claimed, title, words)


def _aloud(c: Component) -> str:
    claimed, measured = apart(c.claimed, c.measured)
    where = f"At {place(c.index)}" if c.index else "Here"
    if not c.differs:
        return f"{where} both are {short(c.measured)}."
    return f"{where} the measured slope is {measured}, yours {claimed}."
