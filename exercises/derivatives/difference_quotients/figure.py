"""A ruler on a bend: from the place onwards, and with the place in its middle."""

import numpy as np

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.marks import dot, graph, label, segment, ticks


def road(t):
    return 0.25 * np.exp(t)


x, h = 1.0, 0.9
here, before, after = ((t, road(t)) for t in (x, x - h, x + h))
slope = road(x)  # of this road, its own height

FIGURE = Figure(
    "Two rulers on a bend",
    [
        Panel(
            (-0.7, 2.7),
            (-0.35, 1.95),
            [
                segment((-0.7, 0), (2.7, 0), "soft"),
                graph(road, -0.7, 2.7, "ink"),
                segment(
                    (-0.1, here[1] - 1.1 * slope), (2.4, here[1] + 1.4 * slope), "soft", "thin dash"
                ),
                segment(here, after, "red", "thick"),
                segment(before, after, "blue", "thick"),
                *(dot(place) for place in (here, before, after)),
                ticks([x - h, x, x + h], ["$x - h$", "$x$", "$x + h$"]),
                label((1.42, 1.1), "onwards", "red", (30, 22), "start"),
                label((0.8, 0.72), "in the middle", "blue", (-12, -14), "end"),
                label((2.4, 1.5), "tangent", "soft", (0, 12)),
            ],
        )
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
