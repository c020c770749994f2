"""Two ramps, each the mirror image of the other."""

import math

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.marks import axes, dot, graph, label, ticks


def ramp(z):
    return -math.log(0.5 * (1 + math.tanh(z / 2)))


FIGURE = Figure(
    "The loss of a yes-or-no question over the score",
    [
        Panel(
            (-4.6, 4.6),
            (-0.6, 4.7),
            [
                axes(),
                graph(ramp, -4.6, 4.6, "blue"),
                graph(lambda z: ramp(-z), -4.6, 4.6, "red"),
                dot((0, ramp(0))),
                ticks([-4, -2, 2, 4]),
                ticks([2, 4], axis="y"),
                label((-2.6, 2.7), "$y = 1$", "blue", (14, -8), "start"),
                label((2.6, 2.7), "$y = 0$", "red", (-14, -8), "end"),
                label((0, ramp(0)), f"{ramp(0):.2f}", "ink", (12, 2), "start"),
            ],
        )
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
