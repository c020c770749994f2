"""A call in the plane as a picture: vectors, points, or a field of arrows."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from msgspec import UNSET

from grader.model import Mark, Picture
from grader.model.evidence import Place, Role
from grader.report.axes import Axis, Tick, short
from grader.report.text import one_line

WIDTH = 340
_HEIGHTS = (150, 300)
_EDGE = 30
_FARTHEST = 3.0  # times the size of all that is right: what is longer leaves the picture
_TOLD = 16  # marks that the description lists
_HEAD = 9.0
_LETTER, _LINE = 7.6, 13.0  # of bold text
_Box = tuple[float, float, float, float]  # left, top, width, height
_ROLES: dict[Role, str] = {"given": "", "expected": "expected", "actual": "yours"}


@dataclass(frozen=True)
class Label:
    """A text and the left end of its line."""

    x: float
    y: float
    text: str
    role: Role


@dataclass(frozen=True)
class Shape:
    """A mark in units of the picture: a dot, or an arrow whose `head` is a polygon's points."""

    role: Role
    x: float
    y: float
    to: tuple[float, float] | None = None
    head: str = ""
    cut: bool = False


@dataclass(frozen=True)
class PlanePicture:
    """All that a template needs to draw the plane."""

    height: int
    x_axis: float | None
    y_axis: float | None
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    shapes: tuple[Shape, ...]
    labels: tuple[Label, ...]
    roles: tuple[Role, ...]
    shrunk: str
    title: str
    words: str
    note: str


def plane_picture(picture: Picture) -> PlanePicture | None:
    """The picture laid out; None if nothing in it can be drawn."""
    share = _share(picture) if picture.kind == "field" else 1.0
    scaled = [_scaled(mark, share) for mark in picture.marks]
    right = [mark for mark in scaled if mark.role != "actual"]
    box = _box(_places(right or scaled), picture.kind == "vectors")
    marks = [_within(mark, box) for mark in scaled]
    if not marks:
        return None
    x, y, height = _axes(list(_places(mark for mark, _ in marks)), picture.kind == "vectors")
    shapes = tuple(_shape(mark, cut, x, y) for mark, cut in marks)
    roles: tuple[Role, ...] = ("given", "expected", "actual")
    return PlanePicture(
        height=height,
        x_axis=y.at(0) if y.low <= 0 <= y.high else None,
        y_axis=x.at(0) if x.low <= 0 <= x.high else None,
        x_ticks=x.ticks(5),
        y_ticks=y.ticks(5 * height / WIDTH),  # the same step as along x
        shapes=shapes,
        labels=tuple(_labels([mark for mark, _ in marks], shapes, height)),
        roles=tuple(role for role in roles if any(mark.role == role for mark in picture.marks)),
        shrunk="" if share == 1 else short(float(f"{share:.1g}")),
        title=_title(picture),
        words=_words(picture),
        note=_note(picture, any(cut for _, cut in marks)),
    )


def _share(picture: Picture) -> float:
    """What part of its length an arrow of a field is drawn with, so that they stay apart."""
    arrows = [m for m in picture.marks if m.role == "expected" and m.to is not UNSET]
    longest = max((math.dist(m.at, _tip(m)) for m in arrows), default=0.0)
    places = sorted({m.at for m in picture.marks})
    gaps = [math.dist(a, b) for i, a in enumerate(places) for b in places[i + 1 :]]
    if not gaps or not longest or longest <= min(gaps):
        return 1.0
    return float(f"{0.9 * min(gaps) / longest:.1g}") if math.isfinite(longest) else 1.0


def _scaled(mark: Mark, share: float) -> Mark:
    if mark.to is UNSET or share == 1:
        return mark
    (x, y), (a, b) = mark.at, mark.to
    return Mark(mark.label, mark.role, mark.at, (x + share * (a - x), y + share * (b - y)))


def _tip(mark: Mark) -> Place:
    return mark.at if mark.to is UNSET else mark.to


def _places(marks: Iterable[Mark]) -> Iterator[Place]:
    for mark in marks:
        yield mark.at
        yield _tip(mark)


def _box(places: Iterable[Place], origin: bool) -> tuple[Place, float]:
    """The middle of what is right, and how far from it anything is drawn."""
    found = list(places)
    if origin:
        return (0.0, 0.0), _FARTHEST * max((abs(c) for place in found for c in place), default=0.0)
    lows, highs = ([f(p[i] for p in found) for i in (0, 1)] for f in (min, max))
    middle = (lows[0] / 2 + highs[0] / 2, lows[1] / 2 + highs[1] / 2)
    half = max(highs[0] / 2 - lows[0] / 2, highs[1] / 2 - lows[1] / 2)
    return middle, _FARTHEST * half


def _within(mark: Mark, box: tuple[Place, float]) -> tuple[Mark, bool]:
    """The mark, cut off where it leaves the box, and whether it was; one without size cuts none."""
    (x, y), reach = box
    far = max(abs(_tip(mark)[0] - x), abs(_tip(mark)[1] - y))
    if mark.role != "actual" or not reach or far <= reach:
        return mark, False
    share = reach / far

    def nearer(place: Place) -> Place:
        return (x + share * (place[0] - x), y + share * (place[1] - y))

    if mark.to is UNSET:
        return Mark(mark.label, mark.role, nearer(mark.at)), True
    (a, b), (c, d) = mark.at, mark.to
    at_edge = (a + share * (c - a), b + share * (d - b))
    return Mark(mark.label, mark.role, mark.at, at_edge), True


def _axes(places: Sequence[Place], origin: bool) -> tuple[Axis, Axis, int]:
    """Axes with one scale for both, and the height that the picture then has."""
    xs, ys = ([p[i] for p in places] + [0.0] * origin for i in (0, 1))
    wide, high = max(xs) / 2 - min(xs) / 2, max(ys) / 2 - min(ys) / 2  # halves: no overflow
    if not max(wide, high):
        wide = high = max(abs(xs[0]), abs(ys[0]), 1.0) / 2
    inner = WIDTH - 2 * _EDGE
    least, most = (h - 2 * _EDGE for h in _HEIGHTS)
    unit = max(wide / inner, high / most)  # halves of the plane in a unit of the picture
    height = int(max(least, math.ceil(high / unit))) + 2 * _EDGE
    x, y = (_middle(values) for values in (xs, ys))
    half_x, half_y = unit * WIDTH, unit * height
    return (
        Axis(x - half_x, x + half_x, 0.0, float(WIDTH)),
        Axis(y - half_y, y + half_y, float(height), 0.0),
        height,
    )


def _middle(values: Sequence[float]) -> float:
    return max(values) / 2 + min(values) / 2


def _shape(mark: Mark, cut: bool, x: Axis, y: Axis) -> Shape:
    shape = Shape(mark.role, x.at(mark.at[0]), y.at(mark.at[1]), cut=cut)
    if mark.to is UNSET:
        return shape
    tip = x.at(mark.to[0]), y.at(mark.to[1])
    dx, dy = tip[0] - shape.x, tip[1] - shape.y
    length = math.hypot(dx, dy)
    if length < 2:
        return shape
    size = min(_HEAD, 0.6 * length)
    ux, uy = dx / length * size, dy / length * size
    back = tip[0] - ux, tip[1] - uy
    corners = (
        tip,
        (back[0] - uy * 0.42, back[1] + ux * 0.42),
        (back[0] + uy * 0.42, back[1] - ux * 0.42),
    )
    head = " ".join(f"{round(a, 1)},{round(b, 1)}" for a, b in corners)
    return replace(shape, to=(round(back[0], 1), round(back[1], 1)), head=head)


def _labels(marks: Sequence[Mark], shapes: Sequence[Shape], height: int) -> Iterator[Label]:
    """A name at the end of each mark, where it covers no other name and least of the marks."""
    taken: list[_Box] = []
    drawn = [place for shape in shapes for place in _along(shape)]
    for mark, shape in zip(marks, shapes, strict=True):
        text = one_line(mark.label)[:16]
        if not text:
            continue
        x, y = _end(shape)
        wide = len(text) * _LETTER
        left, up = x < shape.x, y <= shape.y
        sides = [x - wide - 7 if left else x + 7, x + 7 if left else x - wide - 7, x - wide / 2]
        levels = [y - 6 if up else y + 14, y + 14 if up else y - 6, y - 20, y + 28]
        spots = [(a, b) for b in levels for a in sides]
        boxes = [(_inside(a, wide), b - _LINE + 3, wide, _LINE) for a, b in spots]
        room = [box for box in boxes if 0 <= box[1] <= height - _LINE]
        free = [box for box in room if not any(_meet(box, other) for other in taken)]
        box = min(free or boxes[:1], key=lambda box: sum(_holds(box, place) for place in drawn))
        taken.append(box)
        yield Label(round(box[0], 1), round(box[1] + _LINE - 3, 1), text, mark.role)


def _end(shape: Shape) -> tuple[float, float]:
    if shape.to is None:
        return shape.x, shape.y
    x, y = shape.head.split(" ", 1)[0].split(",")
    return float(x), float(y)


def _inside(x: float, wide: float) -> float:
    return min(max(x, 2.0), max(WIDTH - wide - 2.0, 2.0))


def _along(shape: Shape) -> Iterator[Place]:
    """Places on a mark, about five units apart."""
    x, y = _end(shape)
    steps = max(1, int(math.hypot(x - shape.x, y - shape.y) / 5))
    for k in range(steps + 1):
        yield shape.x + k / steps * (x - shape.x), shape.y + k / steps * (y - shape.y)


def _holds(box: _Box, place: Place) -> bool:
    return -2 <= place[0] - box[0] <= box[2] + 2 and -2 <= place[1] - box[1] <= box[3] + 2


def _meet(a: _Box, b: _Box) -> bool:
    apart = a[0] + a[2] <= b[0] or b[0] + b[2] <= a[0] or a[1] + a[3] <= b[1] or b[1] + b[3] <= a[1]
    return not apart


def _title(picture: Picture) -> str:
    what = {
        "vectors": "The vectors of this call as arrows",
        "points": "The points of this call",
        "field": "The arrows of this call at their places",
    }[picture.kind]
    return f"{what} in the plane"


def _words(picture: Picture) -> str:
    told = [mark for mark in picture.marks if mark.label or mark.to is not UNSET]
    parts = [_aloud(mark) for mark in told[:_TOLD]]
    more = len(told) - len(parts)
    return "; ".join(parts) + (f"; and {more} more." if more else ".")


def _aloud(mark: Mark) -> str:
    at = f"({short(mark.at[0])}, {short(mark.at[1])})"
    name, role = one_line(mark.label), _ROLES[mark.role]
    name = role if name in ("", role) else f"{role} {name}".strip()
    if mark.to is UNSET:
        return f"{name} is at {at}"
    to = f"({short(mark.to[0])}, {short(mark.to[1])})"
    return f"{name} goes from {at} to {to}"


def _note(picture: Picture, cut: bool) -> str:
    notes = []
    if cut:
        notes.append("What you gave is too far away to be drawn whole: it is cut off.")
    if picture.left_out:
        verb = "is" if picture.left_out == 1 else "are"
        notes.append(f"{picture.left_out} more {verb} not drawn: too many, or not finite.")
    return " ".join(notes)
