"""A bundle of arrows before and after a linear layer: straight lines stay straight."""

import numpy as np

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.marks import arrow, axes, curve, dot, label

W, b = np.array([[0.9, 0.5], [-0.4, 0.8]]), np.array([1.1, 0.5])
X = np.array([(1.5, 0.0), (0.75, 0.75), (0.0, 1.5)])
COLOURS = ["blue", "green", "red"]
SPAN = (-0.6, 2.9), (-0.8, 2.4)


def sheet(W, b, name):
    lines = [[(k, -9), (k, 9)] for k in range(-5, 6)] + [[(-9, k), (9, k)] for k in range(-5, 6)]
    places = X @ W + b
    return Panel(
        *SPAN,
        [
            *(curve(np.array(line) @ W + b, "line", "hair") for line in lines),
            axes(),
            curve([places[0], places[2]], "soft", "thin dash"),
            *(arrow(b, place, c) for place, c in zip(places, COLOURS, strict=True)),
            dot(b, size=3),
            label((2.8, -0.55), name, "soft", anchor="end"),
        ],
        width=210,
    )


shift = sheet(W, b, "$X W + b$")
FIGURE = Figure(
    "Three arrows through a linear layer",
    [
        sheet(np.eye(2), np.zeros(2), "$X$"),
        Panel(
            shift.x,
            shift.y,
            [
                *shift.marks,
                arrow((0, 0), b, "soft", "thin dash"),
                label(b / 2, "$b$", "soft", (10, 8)),
            ],
            width=210,
        ),
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
