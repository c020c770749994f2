"""Geometry for figures: feet of perpendiculars, and what of a line or plane is in a panel."""

from __future__ import annotations

import math
from collections.abc import Sequence

from grader.report.figures.figure import Place, View

Point = Sequence[float]


def polar(degrees: float, length: float = 1.0) -> Place:
    """The place at that angle from the x axis, counter-clockwise, and that far from the origin."""
    turn = math.radians(degrees)
    return length * math.cos(turn), length * math.sin(turn)


def foot(tip: Point, along: Point) -> Place:
    """Where a perpendicular from the tip meets the line through the origin in that direction."""
    turn = math.atan2(along[1], along[0])
    reach = math.hypot(tip[0], tip[1]) * math.cos(math.atan2(tip[1], tip[0]) - turn)
    return reach * math.cos(turn), reach * math.sin(turn)


def towards(view: View, corner: Point, end: Point, size: float) -> Place:
    """A step of that size on the sheet, from the corner in the direction of the end."""
    (x0, y0), (x1, y1) = view.at(corner), view.at(end)
    length = math.hypot(x1 - x0, y1 - y0)
    return size * (x1 - x0) / length, size * (y1 - y0) / length


def between(a: Place, b: Place, share: float) -> Place:
    """The place that share of the way from a to b."""
    return a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])


def positive_part(w: Point, b: float, view: View) -> list[Place]:
    """The corners of that part of the panel where w . x + b is positive."""
    (x0, y0), (x1, y1) = view.low, view.high
    corners = [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]
    height = [w[0] * x + w[1] * y + b for x, y in corners]
    kept: list[Place] = []
    for i in range(4):
        h, k = height[i], height[(i + 1) % 4]
        if h > 0:
            kept.append(corners[i])
        if (h > 0) != (k > 0):
            kept.append(between(corners[i], corners[(i + 1) % 4], h / (h - k)))
    return kept


def clipped(a: Place, b: Place, view: View) -> tuple[Place, Place] | None:
    """The part of the line from a to b that lies in the panel (Liang and Barsky)."""
    begin, end = 0.0, 1.0
    for i in (0, 1):
        step = b[i] - a[i]
        for room, sign in ((a[i] - view.low[i], -1), (view.high[i] - a[i], 1)):
            if step * sign == 0:
                if room < 0:
                    return None
            elif step * sign > 0:
                end = min(end, room / (step * sign))
            else:
                begin = max(begin, room / (step * sign))
    if begin > end:
        return None
    return (a if begin == 0 else between(a, b, begin)), (b if end == 1 else between(a, b, end))
