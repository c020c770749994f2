"""A letter R on the unit square, and what a linear map makes of both."""

import numpy as np

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.marks import area, arrow, curve, dot, label, segment

A = np.array([[2.0, 0.7], [0.5, 1.5]])
R = np.array(
    [(0.3, 0.15), (0.3, 0.85), (0.6, 0.85), (0.7, 0.75), (0.7, 0.6), (0.6, 0.5), (0.3, 0.5)]
)
LEG = np.array([(0.5, 0.5), (0.72, 0.15)])
SQUARE = np.array([(0, 0), (1, 0), (1, 1), (0, 1)])


def sheet(M, width, x, y):
    lines = [[(k, -9), (k, 9)] for k in range(-5, 6)] + [[(-9, k), (9, k)] for k in range(-5, 6)]
    return Panel(
        x,
        y,
        [
            *(curve(np.array(line) @ M.T, "line", "hair") for line in lines),
            area(SQUARE @ M.T, "blue", ""),
            curve(R @ M.T, "red"),
            curve(LEG @ M.T, "red"),
            arrow((0, 0), M[:, 0], "blue"),
            arrow((0, 0), M[:, 1], "green"),
            segment(M[:, 0], M @ (1, 1), "blue", "hair"),
            segment(M[:, 1], M @ (1, 1), "blue", "hair"),
            dot((0, 0), size=3),
            label(M[:, 0], f"({M[0, 0]:g}, {M[1, 0]:g})", "blue", (2, 16)),
            label(M[:, 1], f"({M[0, 1]:g}, {M[1, 1]:g})", "green", (-4, -14)),
        ],
        width=width,
    )


FIGURE = Figure(
    "A square and its letter under a linear map",
    [sheet(np.eye(2), 160, (-0.6, 1.6), (-0.7, 2.9)), sheet(A, 260, (-0.5, 3.1), (-0.7, 2.9))],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
