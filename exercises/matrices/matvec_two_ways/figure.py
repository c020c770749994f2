"""Walking along the columns of a matrix, as often as the entries of x say."""

import numpy as np

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.marks import arrow, dot, grid, label

first, second = np.array([2.0, 0.5]), np.array([-0.5, 1.0])
end = 2 * first + 1.5 * second

FIGURE = Figure(
    "A walk along the columns of A",
    [
        Panel(
            (-1.3, 5.2),
            (-0.6, 3.2),
            [
                grid(),
                arrow((0, 0), 2 * first, "blue", "thin dash"),
                arrow(2 * first, end, "green", "thin dash"),
                arrow((0, 0), first, "blue"),
                arrow((0, 0), second, "green"),
                dot(end, "red"),
                label(0.8 * first, "column 1", "blue", (8, 18)),
                label(second, "column 2", "green", (0, -14)),
                label(1.6 * first, "2 times", "blue", (-4, -16)),
                label(2 * first + 0.75 * second, "1.5 times", "green", (10, 0), "start"),
                label(end, "$A x$", "red", (-12, -10), "end"),
            ],
        )
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
