"""All distributions over three classes fill a triangle; the labels are its corners."""

import math

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.marks import area, dot, label

CORNERS = [(0.0, 0.0), (2.0, 0.0), (1.0, math.sqrt(3))]


def mixed(*shares):
    return tuple(sum(s * c[i] for s, c in zip(shares, CORNERS, strict=True)) for i in (0, 1))


FIGURE = Figure(
    "The triangle of distributions over three classes",
    [
        Panel(
            (-1.1, 3.1),
            (-0.45, 2.15),
            [
                area(CORNERS, "blue"),
                *(dot(corner, "blue", 5) for corner in CORNERS),
                dot(mixed(1 / 3, 1 / 3, 1 / 3), "ink"),
                dot(mixed(0.86, 0.08, 0.06), "green"),
                label(CORNERS[0], "cat (1, 0, 0)", "blue", (-10, 20)),
                label(CORNERS[1], "dog (0, 1, 0)", "blue", (10, 20)),
                label(CORNERS[2], "ship (0, 0, 1)", "blue", (0, -16)),
                label(mixed(1 / 3, 1 / 3, 1 / 3), "no idea", "ink", (0, 16)),
                label(mixed(0.86, 0.08, 0.06), "rather a cat", "green", (10, -4), "start"),
            ],
        )
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
