"""Arrows pulled in, or stretched out, along their own lines to the circle of radius 1."""

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.geometry import polar
from grader.report.figures.marks import arrow, dot, grid, label, ring, segment

ARROWS = {(35, 2.0): "green", (200, 1.7): "blue"}

FIGURE = Figure(
    "Arrows brought to length 1",
    [
        Panel(
            (-2.1, 2.1),
            (-1.3, 1.5),
            [
                grid(),
                ring(),
                *(arrow((0, 0), polar(*key), c, "thin dash") for key, c in ARROWS.items()),
                *(arrow((0, 0), polar(turn), c) for (turn, _), c in ARROWS.items()),
                segment(polar(35, 0.5), polar(35), "green"),
                dot(polar(35, 0.5), "green", is_hollow=True),
                *(dot(polar(turn), c) for (turn, _), c in ARROWS.items()),
                dot((0, 0)),
                label(polar(35, 2), "length 2", "green", (-12, -12), "end"),
                label(polar(35, 0.5), "0.5", "green", (6, 14), "start"),
                label(polar(200, 1.7), "1.7", "blue", (10, 18), "start"),
                label((0, 0), "0", "ink", (14, 15)),
                label(polar(-60), "length 1", "soft", (8, 12), "start"),
            ],
        )
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
