"""Level lines of a bowl, and gradients at places once and twice as far from its lowest point."""

import numpy as np

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.marks import arrow, dot, label, ring, segment

shape = np.array([[2.0, 0.5], [0.0, 1.1]])  # from circles to the level lines of this bowl
lowest = np.array([0.9, 0.5])
out = shape @ (0.42, 0.8)
uphill = np.linalg.solve(shape.T, (0.42, 0.8))

FIGURE = Figure(
    "Gradients on the floor of a bowl",
    [
        Panel(
            (-3.2, 5.2),
            (-2.1, 4.2),
            [
                *(ring(lowest, k * shape, "soft", "hair") for k in (0.5, 1, 1.5, 2, 2.5, 3)),
                segment(lowest, lowest + 2.7 * out, "soft", "thin dash"),
                arrow(lowest + out, lowest + out + uphill, "red"),
                arrow(lowest + 2 * out, lowest + 2 * out + 2 * uphill, "red"),
                dot(lowest, "green"),
                dot(lowest + out),
                dot(lowest + 2 * out),
                label(lowest, "lowest point", "green", (0, 16)),
                label(lowest + out, "once as far", "ink", (-9, -6), "end", True),
                label(lowest + 2 * out, "twice as far", "ink", (-9, -6), "end", True),
                label(lowest + 2 * out + uphill, "gradient", "red", (10, 6), "start"),
            ],
        )
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
