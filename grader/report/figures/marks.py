"""What figures are made of. Each function gives a mark, drawn once the panel says where.

Places are (x, y) in the plane of the panel, colours names: ink, soft, line, blue, green, red,
amber. Lengths called `size` or `by` are units of the sheet, of which a figure is 420 wide.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from grader.report.figures.figure import Mark, Place, View, num
from grader.report.figures.geometry import Point, clipped, positive_part, towards
from grader.report.figures.lettering import lettered

_HEAD = 11.0


def segment(a: Point, b: Point, colour: str = "ink", look: str = "thin") -> Mark:
    """A straight line; `look` may be thick, thin or hair, and dash beside them."""
    return curve([a, b], colour, look)


def curve(
    points: Iterable[Point], colour: str = "ink", look: str = "thick", is_closed: bool = False
) -> Mark:
    """A line through the points, without what lies outside the panel."""
    places = [(float(p[0]), float(p[1])) for p in points]
    if is_closed:
        places.append(places[0])

    def mark(view: View) -> str:
        path, last = [], None
        for a, b in pairwise(places):
            kept = clipped(a, b, view)
            if kept is None:
                continue
            if kept[0] != last:
                path.append("M" + _pair(view.at(kept[0])))
            path.append("L" + _pair(view.at(kept[1])))
            last = kept[1]
        return f'<path class="{_looks(look)} nf-round nf-bare nf-{colour}" d="{"".join(path)}"/>'

    return mark


def graph(
    f: Callable[[float], float], low: float, high: float, colour: str, look: str = "thick"
) -> Mark:
    """The curve y = f(x) from `low` to `high`."""
    xs = [low + (high - low) * k / 80 for k in range(81)]
    return curve([(x, float(f(x))) for x in xs], colour, look)


def arrow(a: Point, b: Point, colour: str = "ink", look: str = "thick") -> Mark:
    """An arrow from a to b; a short one has a short head."""

    def mark(view: View) -> str:
        (x0, y0), (x1, y1) = view.at(a), view.at(b)
        length = math.hypot(x1 - x0, y1 - y0)
        head = min(_HEAD if look.startswith("thick") else 8.0, 0.6 * length)
        ux, uy = (x1 - x0) / length, (y1 - y0) / length
        back = x1 - head * ux, y1 - head * uy
        wing = 0.42 * head
        corners = [
            (x1, y1),
            (back[0] - wing * uy, back[1] + wing * ux),
            (back[0] + wing * uy, back[1] - wing * ux),
        ]
        return (
            f'<path class="{_looks(look)} nf-{colour}" d="M{_pair((x0, y0))}L{_pair(back)}"/>'
            f'<path class="nf-{colour}-in" d="M{"L".join(map(_pair, corners))}z"/>'
        )

    return mark


def area(points: Iterable[Point], colour: str, edge: str = "thin") -> Mark:
    """A shaded region; without an edge if that is empty."""
    places = [(float(p[0]), float(p[1])) for p in points]

    def mark(view: View) -> str:
        path = "L".join(_pair(view.at(place)) for place in places)
        line = f" {_looks(edge)} nf-{colour}" if edge else ""
        return f'<path class="nf-{colour}-wash{line}" d="M{path}z"/>'

    return mark


def half_plane(w: Point, b: float, colour: str) -> Mark:
    """All of the panel where w . x + b is positive, shaded."""
    return lambda view: area(positive_part(w, b, view), colour, "")(view)


def dot(place: Point, colour: str = "ink", size: float = 4.0, is_hollow: bool = False) -> Mark:
    """A point; hollow for one that is left out or looked for."""

    def mark(view: View) -> str:
        x, y = map(num, view.at(place))
        look = f"nf-thick nf-{colour} nf-card-in" if is_hollow else f"nf-{colour}-in"
        return f'<circle class="{look}" cx="{x}" cy="{y}" r="{num(size)}"/>'

    return mark


def ring(
    centre: Point = (0, 0),
    shape: Sequence[Sequence[float]] = ((1, 0), (0, 1)),
    colour: str = "soft",
    look: str = "thin",
) -> Mark:
    """The unit circle after a linear map, moved to the centre: a circle or an ellipse."""
    (a, b), (c, d) = shape
    turns = [2 * math.pi * k / 72 for k in range(72)]
    sides = [(math.cos(t), math.sin(t)) for t in turns]
    points = [(centre[0] + a * x + b * y, centre[1] + c * x + d * y) for x, y in sides]
    return curve(points, colour, look, is_closed=True)


def right_angle(corner: Point, a: Point, b: Point, size: float = 11.0) -> Mark:
    """The small square in the corner between the directions to a and b."""

    def mark(view: View) -> str:
        x, y = view.at(corner)
        (ax, ay), (bx, by) = (towards(view, corner, end, size) for end in (a, b))
        places = [(x + ax, y + ay), (x + ax + bx, y + ay + by), (x + bx, y + by)]
        path = "L".join(map(_pair, places))
        return f'<path class="nf-thin nf-bare nf-soft" d="M{path}"/>'

    return mark


def angle(corner: Point, a: Point, b: Point, colour: str = "soft", size: float = 30.0) -> Mark:
    """An arc in the corner, from the direction to a to the direction to b, the short way."""

    def mark(view: View) -> str:
        x, y = view.at(corner)
        (ax, ay), (bx, by) = (towards(view, corner, end, size) for end in (a, b))
        sweep = int(ax * by - ay * bx > 0)
        begin, end = _pair((x + ax, y + ay)), _pair((x + bx, y + by))
        r = num(size)
        return f'<path class="nf-thin nf-bare nf-{colour}" d="M{begin}A{r} {r} 0 0 {sweep} {end}"/>'

    return mark


def label(
    place: Point,
    text: str,
    colour: str = "ink",
    by: Place = (0, 0),
    anchor: str = "middle",
    is_small: bool = False,
) -> Mark:
    """Words at a place, moved `by` units to the right and down; anchor is start, middle or end."""
    look = f"nf-t{' nf-small' if is_small else ''} nf-halo nf-{colour}-in"
    return lambda view: _text(view, place, text, look, by, anchor)


def box(
    low: Point,
    high: Point,
    text: str = "",
    colour: str = "ink",
    fill: float = 0.0,
    edge: str = "thin",
    is_small: bool = False,
) -> Mark:
    """A rectangle with words in it; `fill` from 0 to 1 says how strongly it is coloured."""

    def mark(view: View) -> str:
        (x0, y1), (x1, y0) = view.at(low), view.at(high)
        place = f'x="{num(x0)}" y="{num(y0)}" width="{num(x1 - x0)}" height="{num(y1 - y0)}" rx="3"'
        parts = [f'<rect class="nf-card-in" {place}/>'] if fill < 1 else []
        if fill > 0:
            parts.append(f'<rect class="nf-{colour}-in" opacity="{round(fill, 2):g}" {place}/>')
        if edge:
            parts.append(f'<rect class="{_looks(edge)} nf-bare nf-{colour}" {place}/>')
        middle = ((low[0] + high[0]) / 2, (low[1] + high[1]) / 2)
        if text:
            look = f"nf-t{' nf-small' if is_small else ''} nf-ink-in"
            parts.append(_text(view, middle, text, look))
        return "".join(parts)

    return mark


def grid(step: float = 1.0, has_axes: bool = True) -> Mark:
    """Graph paper: a line at every multiple of the step, and the axes."""

    def mark(view: View) -> str:
        lines = []
        for i in (0, 1):
            first, last = (math.ceil(view.low[i] / step), math.floor(view.high[i] / step))
            for k in range(first, last + 1):
                colour = "soft" if k == 0 and has_axes else "line"
                lines.append(_across(view, i, k * step, "thin" if k == 0 else "hair", colour))
        return "".join(lines)

    return mark


def axes(x: float = 0.0, y: float = 0.0) -> Mark:
    """The two axes, crossing at (x, y)."""
    return lambda view: _across(view, 0, x, "thin", "soft") + _across(view, 1, y, "thin", "soft")


def ticks(
    values: Iterable[float],
    texts: Iterable[str] | None = None,
    *,
    axis: str = "x",
    at: float = 0.0,
) -> Mark:
    """Numbers along an axis, beside the line that crosses the other axis `at` that value."""
    some = list(values)
    words = [f"{value:g}".replace("-", "\u2212") for value in some] if texts is None else texts

    def mark(view: View) -> str:
        drawn = []
        for value, word in zip(some, words, strict=True):
            place = (value, at) if axis == "x" else (at, value)
            (x, y), (dx, dy) = view.at(place), (0, 4) if axis == "x" else (-4, 0)
            path = f"M{_pair((x, y))}L{_pair((x + dx, y + dy))}"
            drawn.append(f'<path class="nf-thin nf-soft" d="{path}"/>')
            by, side = ((0.0, 14.0), "middle") if axis == "x" else ((-8.0, 0.0), "end")
            drawn.append(label(place, word, "soft", by, side, is_small=True)(view))
        return "".join(drawn)

    return mark


def _across(view: View, i: int, value: float, look: str, colour: str) -> str:
    ends: list[Place] = []
    for other in (view.low[1 - i], view.high[1 - i]):
        ends.append((value, other) if i == 0 else (other, value))
    a, b = (_pair(view.at(end)) for end in ends)
    return f'<path class="nf-{look} nf-{colour}" d="M{a}L{b}"/>'


def _text(
    view: View, place: Point, text: str, look: str, by: Place = (0, 0), anchor: str = "middle"
) -> str:
    x, y = view.at(place)
    # Down by half the height of its letters, so that the place is the middle of the line.
    x, y = x + by[0], y + by[1] + (4.5 if "nf-small" in look else 5)
    side = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f'<text class="{look}" x="{num(x)}" y="{num(y)}"{side}>{lettered(text)}</text>'


def _looks(look: str) -> str:
    return " ".join(f"nf-{word}" for word in look.split())


def _pair(place: Place) -> str:
    return f"{num(place[0])} {num(place[1])}"
