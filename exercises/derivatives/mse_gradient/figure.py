"""A loss as a bowl over two parameters, and its gradients."""

import numpy as np

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.marks import arrow, dot, label, ring

bowl = np.array([[2.0, 0.2], [0.2, 3.6]])
bottom = np.array([0.4, 0.2])
shape = np.linalg.inv(np.linalg.cholesky(bowl)).T  # from circles to level lines
PLACES = [(-1.5, 0.5), (1.9, 0.9), (0.5, -0.9)]

FIGURE = Figure(
    "Gradients on the floor of a loss",
    [
        Panel(
            (-2.9, 3.9),
            (-2.2, 2.3),
            [
                *(ring(bottom, k * shape, "soft", "hair") for k in (0.6, 1.2, 1.8, 2.4, 3, 3.6)),
                *(arrow(p, np.array(p) + 0.3 * bowl @ (p - bottom), "red") for p in PLACES),
                *(dot(p) for p in PLACES),
                dot(bottom, "green"),
                label(bottom, "bottom", "green", (0, 16)),
                label((2.9, 1.85), "uphill", "red"),
            ],
        )
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
