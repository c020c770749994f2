"""The gradient's shadow on the line that you look along."""

import numpy as np

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.geometry import foot, polar
from grader.report.figures.marks import angle, arrow, dot, label, right_angle, ring, segment

gradient, u = np.array([0.0, 2.2]), np.array(polar(35))
shadow = np.array(foot(gradient, u))
aside = 0.07 * np.array(polar(-55))  # so that both can be seen

FIGURE = Figure(
    "The shadow of the gradient",
    [
        Panel(
            (-3, 3.2),
            (-0.75, 2.6),
            [
                *(
                    ring((0, -6 - k), np.eye(2) * (6 + 2 * k), "soft", "hair")
                    for k in (0, 0.7, 1.4)
                ),
                segment(0 * u, 2.9 * u, "soft", "thin"),
                segment(gradient, shadow, "soft", "thin dash"),
                right_angle(shadow, gradient, (0, 0)),
                right_angle((0, 0), gradient, (-1, 0)),
                angle((0, 0), gradient, u, size=32),
                segment(aside, shadow + aside, "green", "thick"),
                arrow((0, 0), gradient, "red"),
                arrow((0, 0), u, "blue"),
                dot((0, 0)),
                label(gradient, "gradient", "red", (-10, 6), "end"),
                label(u, "$u$", "blue", (4, 16)),
                label(0.83 * shadow, "the slope along $u$", "green", (4, 36), "start"),
                label((-2.9, -0.35), "level line", "soft", (0, -8), "start", True),
            ],
        )
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
