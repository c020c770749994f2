"""The captain as a difference of two weights: 1 - cos(x), computed in float64, over its truth."""

import numpy as np

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.marks import axes, curve, label, segment, ticks

powers = np.arange(-8.6, -4.99, 0.004)
x = 10.0**powers
share = (1 - np.cos(x)) / (x**2 / 2)  # for so small an x its true value

FIGURE = Figure(
    "What a subtraction leaves of 1 - cos x",
    [
        Panel(
            (-9.05, -4.8),
            (-0.35, 2.25),
            [
                axes(-8.7, 0),
                segment((-8.7, 1), (-4.8, 1), "green", "thin dash"),
                curve(np.column_stack([powers, share]), "red", "thin"),
                ticks([-8, -7, -6, -5], ["$10^{-8}$", "$10^{-7}$", "$10^{-6}$", "$10^{-5}$"]),
                ticks([0, 1, 2], axis="y", at=-8.7),
                label((-5.4, 1), "true", "green", (0, -12)),
                label((-7.3, 1.7), "by subtraction", "red", (0, 0), "start"),
                label((-4.9, 0), "$x$", "soft", (0, -11)),
            ],
            height=250,
        )
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
