"""Level lines of a cup, a saddle and a gutter, with their main directions."""

import numpy as np

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.geometry import polar
from grader.report.figures.marks import arrow, curve, label, ring

ALONG, ACROSS = np.array(polar(25)), np.array(polar(115))
t = np.linspace(-1.6, 1.6, 81)


def level(a, b):
    points = np.outer(a, ALONG) + np.outer(b, ACROSS)
    return curve(points[np.hypot(*points.T) < 1.5], "soft", "hair")


def bend(direction, colour, is_inward=False):
    ends = (1.25, 0.55) if is_inward else (0.55, 1.25)
    return [arrow(s * ends[0] * direction, s * ends[1] * direction, colour) for s in (1, -1)]


turned = np.column_stack([ALONG, ACROSS])
cup = [ring((0, 0), turned @ np.diag((k, 0.65 * k)), "soft", "hair") for k in (0.4, 0.8, 1.2, 1.6)]
saddle = [
    mark
    for k in (0.35, 0.75, 1.15)
    for s in (1, -1)
    for mark in (
        level(s * k * np.cosh(t), k * np.sinh(t)),
        level(k * np.sinh(t), s * k * np.cosh(t)),
    )
]
gutter = [level(3 * t, np.full_like(t, y)) for y in (-1.2, -0.8, -0.4, 0.4, 0.8, 1.2)]
UP, DOWN = [*bend(ALONG, "green"), *bend(ACROSS, "green")], bend(ACROSS, "red", True)


def panel(name, bends, marks):
    words = [label((0, -1.75), name), label((0, -2.2), bends, "soft", is_small=True)]
    return Panel((-1.6, 1.6), (-2.45, 1.5), [*marks, *words], width=140)


FIGURE = Figure(
    "A cup, a saddle and a gutter from above",
    [
        panel("cup", "up, up", [*cup, *UP]),
        panel("saddle", "up, down", [*saddle, *bend(ALONG, "green"), *DOWN]),
        panel("gutter", "none, up", [*gutter, *bend(ACROSS, "green")]),
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
