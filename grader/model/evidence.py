"""What a page shows beside the words of a failed check: entries, slopes and pictures.

All of it is made from calls that no hidden check made, and is bounded in size.
"""

from __future__ import annotations

from typing import Literal

from msgspec import UNSET, UnsetType

from grader.model.problem import PictureKind
from grader.model.record import Record

Role = Literal["given", "expected", "actual"]
Place = tuple[float, float]


class Entry(Record, frozen=True):
    """One entry of an array as text: what must stand there, and what came back."""

    expected: str
    actual: str
    wrong: bool


class Entries(Record, frozen=True):
    """A window on two arrays of the same shape, (n,) or (m, n), of which some entries differ.

    `part` names the array (`result[1]['W1']`), `first` is the index of the window's corner, and
    `wrong` counts the wrong entries of all, not of the window. A row of a vector is one entry.
    """

    part: str
    shape: tuple[int, ...]
    first: tuple[int, ...]
    rows: tuple[tuple[Entry, ...], ...]
    wrong: int


class Mark(Record, frozen=True):
    """A point of the plane; with `to`, an arrow from `at` to there."""

    label: str
    role: Role
    at: Place
    to: Place | UnsetType = UNSET


class Picture(Record, frozen=True):
    """What a call was given, must give and gives, drawn in the plane.

    `left_out` counts what was not drawn: there is too much of it, or it is nan or infinite.
    """

    kind: PictureKind
    marks: tuple[Mark, ...]
    left_out: int = 0


class Component(Record, frozen=True):
    """One component of a gradient: the slope claimed, and the slope measured +- `bar`."""

    index: tuple[int, ...]
    claimed: float
    measured: float
    bar: float
    differs: bool


class SlopeRow(Record, frozen=True):
    """One parameter of a gradient check; its name is "" where it is the only one.

    `worst`, and `ratio` of claimed to measured there, are left out where nothing could be compared.
    `components` are those of a parameter that differs, the worst ones if there are many, in the
    order of their index; `size` is how many there are in all.
    """

    parameter: str
    status: Literal["agrees", "differs", "unresolved"]
    words: str
    worst: Component | UnsetType = UNSET
    ratio: float | UnsetType = UNSET
    components: tuple[Component, ...] = ()
    size: int = 0


class StepCurve(Record, frozen=True):
    """How far the central difference is, at each step, from the slope measured and the one claimed.

    The three tuples are of the same length; the slopes are by one component of one parameter.
    """

    parameter: str
    index: tuple[int, ...]
    steps: tuple[float, ...]
    from_measured: tuple[float, ...]
    from_claimed: tuple[float, ...]


class Slopes(Record, frozen=True):
    """A gradient check that failed: a row for each parameter, and the curve if asked for."""

    rows: tuple[SlopeRow, ...]
    curve: StepCurve | UnsetType = UNSET
