"""On the circle of normalised rows only moves along it are left of an arriving arrow."""

import numpy as np

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.geometry import foot, polar
from grader.report.figures.marks import arrow, dot, grid, label, right_angle, ring, segment

tip, arriving = np.array(polar(40, 1.3)), np.array((0.35, 1.15))
outward = np.array(foot(arriving, tip))

FIGURE = Figure(
    "What is left of an arriving arrow",
    [
        Panel(
            (-1.9, 3.1),
            (-1.45, 2.3),
            [
                grid(),
                ring((0, 0), 1.3 * np.eye(2)),
                arrow((0, 0), tip, "blue"),
                segment(tip + outward, tip + arriving, "soft", "thin dash"),
                arrow(tip, tip + outward, "soft", "thick dash"),
                right_angle(tip, tip + outward, tip + arriving - outward),
                arrow(tip, tip + arriving, "red"),
                arrow(tip, tip + arriving - outward, "green"),
                dot((0, 0), size=3),
                label(0.5 * tip, "$x̂$", "blue", (6, 14)),
                label(tip + arriving, "arrives", "red", (10, -4), "start"),
                label(tip + outward, "taken out", "soft", (10, 6), "start"),
                label(tip + arriving - outward, "remains", "green", (-10, -8), "end"),
            ],
        )
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
