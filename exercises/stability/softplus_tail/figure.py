"""The bird weighed with the elephant: ln(1 + exp(z)) as written, computed in float64."""

import numpy as np

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.marks import axes, curve, dot, label, segment, ticks

z = np.arange(-36.7, -27.99, 0.02)
written = np.log10(np.log(1 + np.exp(z)))
true = z / np.log(10)  # so far out the tail is an exponential
last = z[0]

FIGURE = Figure(
    "The tail of softplus, true and as written",
    [
        Panel(
            (-42.6, -27.4),
            (-19.3, -11.3),
            [
                axes(-40.5, -18),
                segment((-40.5, -40.5 / np.log(10)), (-28, -28 / np.log(10)), "green", "thin dash"),
                curve(np.column_stack([z, written]), "red"),
                segment((last, written[0]), (last, -18), "red", "thin"),
                segment((last, -18), (-40.5, -18), "red", "thick"),
                dot((last, -18), "red"),
                ticks([-40, -36, -32, -28], at=-18),
                ticks(
                    [-16, -14, -12], ["$10^{-16}$", "$10^{-14}$", "$10^{-12}$"], axis="y", at=-40.5
                ),
                label((-31.5, -13.7), "true", "green", (-14, -12), "end"),
                label((-34.5, -15.4), "as written", "red", (16, 10), "start"),
                label((-38.6, -18), "exactly 0", "red", (0, -13)),
            ],
            height=270,
        )
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
