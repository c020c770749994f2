"""A card on a contour: it leaves the line only by the square of the step."""

import math

import numpy as np

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.marks import arrow, dot, label, right_angle, ring, segment

RADIUS = 4.0


def gap(step):
    return math.sqrt(RADIUS**2 - step**2) - RADIUS


FIGURE = Figure(
    "A card on a contour line",
    [
        Panel(
            (-2.8, 2.8),
            (-1.5, 1.6),
            [
                *(
                    ring((0, -RADIUS), np.eye(2) * (RADIUS + k), "line", "thin")
                    for k in (-0.8, 0.8)
                ),
                ring((0, -RADIUS), np.eye(2) * RADIUS, "ink", "thick"),
                segment((-2.6, 0), (2.6, 0), "blue", "thick"),
                *(segment((t, 0), (t, gap(t)), "red", "thin") for t in (1, 2)),
                arrow((0, 0), (0, 1.2), "green"),
                right_angle((0, 0), (0, 1), (-1, 0)),
                dot((0, 0)),
                *(dot((t, 0), "blue") for t in (1, 2)),
                label((0, 1.2), "gradient", "green", (10, 4), "start"),
                label((-2.6, 0), "card", "blue", (16, -13)),
                label((1, gap(1)), f"{-gap(1):.2f}", "red", (0, 14)),
                label((2, gap(2)), f"{-gap(2):.2f}", "red", (2, 14)),
                label((1, 0), "1", "blue", (0, -14)),
                label((2, 0), "2", "blue", (0, -14)),
            ],
        )
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
