"""A cloud of examples that one arrow pushes as a whole."""

import numpy as np

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.marks import arrow, dot, grid, label

rng = np.random.default_rng(5)
cloud = rng.uniform((-2, 0.5), (1.6, 2.1), size=(9, 2))
b = np.array([2.6, 0.8])

FIGURE = Figure(
    "One arrow pushes the whole cloud",
    [
        Panel(
            (-2.4, 5.6),
            (-0.7, 3.7),
            [
                grid(),
                *(arrow(z, z + b, "soft", "hair") for z in cloud),
                *(dot(z, "blue") for z in cloud),
                *(dot(z + b, "green") for z in cloud),
                arrow((0, 0), b, "red"),
                label(b / 2, "$b$", "red", (8, 14)),
                label((-1.4, 2.7), "rows of $Z$", "blue"),
                label((4.3, 3.2), "rows of $Z + b$", "green"),
            ],
        )
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
