"""The error of a central difference of exp at 1, measured for steps over fifteen decades."""

import numpy as np

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.marks import axes, curve, dot, label, segment, ticks

steps = 10.0 ** np.arange(-14.5, 0.01, 0.125)
errors = np.abs((np.exp(1 + steps) - np.exp(1 - steps)) / (2 * steps) - np.exp(1))
points = np.log10(np.column_stack([steps, np.maximum(errors, 1e-16)]))
best = points[np.argmin(points[:, 1])]
powers = {-12: "10^{-12}", -9: "10^{-9}", -6: "10^{-6}", -3: "10^{-3}", 0: "1"}

FIGURE = Figure(
    "How far a central difference is off, over its step",
    [
        Panel(
            (-17, 0.9),
            (-14.2, 1.9),
            [
                axes(-15, -13),
                segment((-3.4, -7.0), (0, -0.2), "blue", "thin dash"),
                segment((-14.5, -1.3), (-6, -9.8), "amber", "thin dash"),
                curve(points, "ink"),
                dot(best, "green"),
                ticks(powers, [f"${text}$" for text in powers.values()], at=-13),
                ticks(powers, [f"${text}$" for text in powers.values()], axis="y", at=-15),
                label((-1.7, -6.5), "two a", "blue", (4, 0), "start"),
                label((-2.2, -7.6), "decade", "blue", (4, 0), "start"),
                label((-10.6, -3.4), "one decade a decade,", "amber", (0, -12), "start"),
                label((-10.6, -4.5), "and jagged", "amber", (0, -12), "start"),
                label(best, "least error", "green", (0, 18)),
                label((0.6, -13), "step $h$", "soft", (0, -12), "end", is_small=True),
                label((-15, 1.4), "error", "soft", (8, 0), "start", is_small=True),
            ],
            height=300,
        )
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
