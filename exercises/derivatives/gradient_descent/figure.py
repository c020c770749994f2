"""Gradient descent in a narrow valley: each step leaves at a right angle to the level line."""

import numpy as np

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.marks import curve, dot, label, ring

curvature = np.array([1.0, 9.0])
RATE = 0.2
path = [np.array([-4.2, 0.9])]
while len(path) < 11:
    downhill = -curvature * path[-1]
    path.append(path[-1] + RATE * downhill)

FIGURE = Figure(
    "A zigzag path down a narrow valley",
    [
        Panel(
            (-5.2, 1.8),
            (-1.9, 1.9),
            [
                *(
                    ring((0, 0), np.diag(k / np.sqrt(curvature)), "soft", "hair")
                    for k in (0.8, 1.6, 2.4, 3.2, 4, 4.8, 5.6)
                ),
                curve(path, "red", "thin"),
                *(dot(place, "red", 3) for place in path),
                dot((0, 0), "green"),
                label(path[0], "begin", "red", (0, -14)),
                label((0, 0), "bottom", "green", (10, 16), "start"),
            ],
        )
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
