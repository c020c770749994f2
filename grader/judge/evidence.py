"""What a page can draw of a failure: entries that differ, slopes, and vectors in the plane.

Everything is cut to a size that fits on a page, and holds no nan or inf, which JSON cannot say.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from msgspec import UNSET, UnsetType
from numpy.typing import NDArray

from grader.model import (
    Component,
    Entries,
    Entry,
    Function,
    Mark,
    Picture,
    SlopeRow,
    Slopes,
    StepCurve,
)
from grader.model.evidence import Role
from grader.numeric.entrywise import differing_arrays
from grader.numeric.gradient_table import GradientRow, GradientTable
from grader.numeric.gradients import Row
from grader.numeric.show import paste, tell_apart
from grader.numeric.values import Reading, read
from grader.sandbox.proxies import Call

_WINDOW = 8  # rows and columns of entries
_COMPONENTS = 12
_ROWS = 24  # parameters of a gradient
_ARROWS = 12  # of one array
_PLACES = 36  # of a field


def entries_of(
    actual: Any, expected: Any, *, rtol: float, atol: float | None = None
) -> Entries | UnsetType:
    """The entries around the first wrong one of arrays that differ; UNSET if there are none.

    Of an array with more than two axes, the last two are shown at the first wrong entry.
    """
    pair = differing_arrays(actual, expected, rtol=rtol, atol=atol)
    if pair is None:
        return UNSET
    at = tuple(int(i) for i in np.argwhere(pair.wrong)[0])
    layer, inside = at[:-2], at[-2:]
    e, a, wrong = pair.expected[layer], pair.actual[layer], pair.wrong[layer]
    first = tuple(_corner(i, n) for i, n in zip(inside, e.shape, strict=True))
    window = tuple(slice(i, i + _WINDOW) for i in first)
    rows = zip(*(np.atleast_2d(x[window].T).T for x in (e, a, wrong)), strict=True)
    part = f"result{pair.where}" + (str(list(layer)) if layer else "")
    shown = tuple(tuple(map(_entry, *row)) for row in rows)
    return Entries(part, e.shape, first, shown, int(wrong.sum()))


def picture_of(contract: Function, call: Call, expected: Any, actual: Any) -> Picture | UnsetType:
    """The call in the plane as its contract asks; UNSET if it asks for none or is not planar.

    What is expected is drawn where it is planar too, and only then what came back.
    """
    kind = contract.picture
    if kind is UNSET or not is_planar(contract, call):
        return UNSET
    given = [(name, _planar(value)) for name, value in zip(contract.takes, call.args, strict=False)]
    told = [(label, array) for label, array in given if array is not None]
    right = _planar(expected)
    answer = None if right is None else _planar(actual)
    marks: list[Mark | None] = []
    if kind == "field":
        places = told[0][1]
        marks += _arrows_at("expected", places, right)
        marks += _arrows_at("actual", places, answer)
        marks += [_mark("", "given", place) for place in places[:_PLACES]]
        drawn = min(len(places), _PLACES)
        left_out = len(places) - drawn
    else:
        arrays: list[tuple[str, Role, NDArray[Any] | None]] = [
            *((label, "given", array) for label, array in told),
            ("expected", "expected", right),
            ("yours", "actual", answer),
        ]
        here = [(label, role, array) for label, role, array in arrays if array is not None]
        left_out = sum(max(len(array) - _ARROWS, 0) for _, _, array in here)
        for label, role, array in here:
            for i, place in enumerate(array[:_ARROWS]):
                name = label if role == "given" or len(array) == 1 else ""
                name += f"[{i}]" if len(array) > 1 else ""
                marks.append(_mark(name, role, place, arrow=kind == "vectors"))
    finite = tuple(mark for mark in marks if mark is not None)
    return Picture(kind, finite, left_out + len(marks) - len(finite))


def is_planar(contract: Function, call: Call) -> bool:
    """Whether a picture is asked for, and the arrays of one or two axes fit in the plane."""
    if contract.picture is UNSET:
        return False
    readings = [got for got in map(read, call.args) if isinstance(got, Reading)]
    arrays = [got.data for got in readings if got.data.ndim in (1, 2)]
    return bool(arrays) and all(array.shape[-1] == 2 and array.size for array in arrays)


def slopes_of(table: GradientTable) -> Slopes:
    """The table of a gradient check that failed."""
    rows = tuple(map(_slope_row, table.rows[:_ROWS]))
    curve: StepCurve | UnsetType = UNSET
    worst = next((row for row in rows if row.status == "differs" and row.worst), None)
    if table.curve and table.curve.steps and worst is not None and worst.worst:
        c = table.curve
        curve = StepCurve(
            worst.parameter, worst.worst.index, c.steps, c.from_measured, c.from_claimed
        )
    return Slopes(rows, curve)


def _corner(wrong: int, length: int) -> int:
    """Where the window begins: at 0 as long as it holds the wrong entry."""
    return 0 if wrong < _WINDOW else max(0, min(wrong, length - _WINDOW))


def _entry(expected: Any, actual: Any, wrong: Any) -> Entry:
    if not wrong:
        return Entry(paste(expected), paste(expected), False)
    return Entry(*(tell_apart(expected, actual) or (paste(expected), paste(actual))), True)


def _planar(value: Any) -> NDArray[np.float64] | None:
    """The value as rows of two numbers; None if it is no array of shape (2,) or (n, 2)."""
    got = read(value)
    if not isinstance(got, Reading) or got.data.shape[-1:] != (2,) or got.data.ndim > 2:
        return None
    return got.data.reshape(-1, 2) if got.data.size else None


def _mark(label: str, role: Role, place: Sequence[float], *, arrow: bool = False) -> Mark | None:
    x, y = float(place[0]), float(place[1])
    if not (math.isfinite(x) and math.isfinite(y)):
        return None
    return Mark(label, role, (0.0, 0.0), (x, y)) if arrow else Mark(label, role, (x, y))


def _arrows_at(
    role: Role, places: NDArray[Any], arrows: NDArray[Any] | None
) -> Iterator[Mark | None]:
    """The arrows of a field, each from its place; none if they do not fit the places."""
    if arrows is None or len(arrows) != len(places):
        return
    for at, by in zip(places[:_PLACES].tolist(), arrows[:_PLACES].tolist(), strict=True):
        to = (at[0] + by[0], at[1] + by[1])
        finite = all(map(math.isfinite, (*at, *to)))
        yield Mark("", role, (at[0], at[1]), to) if finite else None


def _slope_row(row: GradientRow) -> SlopeRow:
    known = [c for c in row.components if math.isfinite(c.measured) and math.isfinite(c.bar)]
    worst = _component(known[0]) if known else UNSET
    some = known[:_COMPONENTS] if row.status == "differs" else []
    return SlopeRow(
        parameter=row.name,
        status=row.status,
        words=row.words,
        worst=worst,
        ratio=_finite(known[0].ratio) if known else UNSET,
        components=tuple(_component(c) for c in sorted(some, key=lambda c: c.index)),
        size=len(row.components),
    )


def _component(row: Row) -> Component:
    return Component(row.index, row.claimed, row.measured, row.bar, row.verdict == "differs")


def _finite(ratio: float | None) -> float | UnsetType:
    return ratio if ratio is not None and math.isfinite(ratio) else UNSET
