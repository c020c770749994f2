"""Walk along y, then along a multiple of x: the places that a knob for the multiple can reach."""

import numpy as np

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.marks import arrow, dot, grid, label, segment

x, y = np.array([4.0, 1.0]), np.array([1.0, 2.0])

FIGURE = Figure(
    "Where y plus a multiple of x can lead",
    [
        Panel(
            (-2.7, 6.7),
            (-0.8, 4),
            [
                grid(),
                segment(y - 2 * x, y + 2 * x, "red", "thin dash"),
                *(dot(y + a * x, "red", is_hollow=True) for a in (-0.5, 0, 1)),
                arrow((0, 0), x, "green"),
                arrow((0, 0), y, "blue"),
                arrow(y, y + 0.5 * x, "green"),
                arrow((0, 0), y + 0.5 * x, "red"),
                label(0.6 * x, "$x$", "green", (8, 14)),
                label(0.5 * y, "$y$", "blue", (-12, -2)),
                label(y + 0.25 * x, "$½x$", "green", (-4, -16)),
                label(y + 0.5 * x, "$y + ½x$", "red", (34, 12)),
                label(y - 0.5 * x, "$\u03b1 = -½$", "red", (0, -15), is_small=True),
                label(y, "$0$", "red", (0, -15), is_small=True),
                label(y + x, "$1$", "red", (0, -15), is_small=True),
            ],
        )
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
