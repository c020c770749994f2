"""A long arrow, shortened as a whole and, wrongly, in one part."""

import numpy as np

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.geometry import polar
from grader.report.figures.marks import arrow, dot, grid, label, ring

long = np.array([4.0, 3.0])
direction = np.degrees(np.arctan2(long[1], long[0]))
short = np.array(polar(direction, 2))
bent = np.array([4.0, 1.0])

FIGURE = Figure(
    "Shortening an arrow",
    [
        Panel(
            (-2.4, 6),
            (-1.2, 3.6),
            [
                grid(),
                ring((0, 0), 2 * np.eye(2), "soft", "thin dash"),
                arrow((0, 0), long, "ink", "thin dash"),
                arrow((0, 0), bent, "red", "thin"),
                arrow((0, 0), short, "green"),
                dot((0, 0)),
                label(long, "the gradient", "ink", (4, -12)),
                label(short, "shortened", "green", (-14, -7), "end"),
                label(bent, "north alone cut", "red", (-10, 18)),
                label((-0.9, -0.5), "longest step", "soft", is_small=True),
            ],
        )
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
