"""A neuron's fence in the plane: the side that says yes, the normal, and one point's distance."""

import numpy as np

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.marks import arrow, dot, grid, half_plane, label, right_angle, segment

w, b = np.array([3.0, 4.0]), -10.0
along = np.array([-4.0, 3.0]) / 5
foot = np.array([1.2, 1.6])  # of the origin on the fence: w . foot = 10, and w points there
x = foot + 1.5 * w / 5 + 2 * along

FIGURE = Figure(
    "A neuron divides the plane by a fence",
    [
        Panel(
            (-3.5, 5),
            (-1.2, 5),
            [
                half_plane(w, b, "green"),
                grid(),
                segment(foot - 9 * along, foot + 9 * along, "ink", "thick"),
                arrow(foot - 1.6 * along, foot - 1.6 * along + 0.4 * w, "blue"),
                right_angle(foot - 1.6 * along, foot, foot - 1.6 * along + w),
                segment(x, foot + 2 * along, "red", "thin dash"),
                right_angle(foot + 2 * along, x, foot),
                dot(x, "red"),
                dot((0, 0), "ink", 3),
                label(x, "$x$", "red", (13, -5)),
                label(foot + 0.75 * w / 5 + 2 * along, "1.5", "red", (18, 6)),
                label(foot - 1.6 * along + 0.4 * w, "$w$", "blue", (14, 0)),
                label((3.2, 4.4), "yes: $w · x + b > 0$", "green"),
                label((-1.6, 0.6), "no: $w · x + b < 0$"),
            ],
        )
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
