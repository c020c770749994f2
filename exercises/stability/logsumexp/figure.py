"""A smooth maximum of x and 0 above the sharp one."""

import math

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.marks import axes, dot, graph, label, segment, ticks


def smooth(x):
    return math.log(math.exp(x) + 1)


FIGURE = Figure(
    "A smooth maximum and a sharp one",
    [
        Panel(
            (-4.2, 4.2),
            (-0.7, 3.9),
            [
                axes(),
                graph(lambda x: max(x, 0), -4.2, 4.2, "soft", "thin dash"),
                segment((0, 0), (0, smooth(0)), "red", "thick"),
                graph(smooth, -4.2, 4.2, "blue"),
                dot((0, smooth(0)), "red"),
                ticks([-4, -2, 2, 4]),
                ticks([1, 2, 3], axis="y"),
                label((0, 0.34), "ln 2", "red", (-9, 4), "end"),
                label((-1.3, 0.45), "ln($e^x$ + 1)", "blue", (-4, -8), "end"),
                label((2.2, 1.9), "max($x$, 0)", "soft", (12, 12), "start"),
            ],
            height=250,
        )
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
