"""A ramp between two floors, measured from below on the left and from above on the right."""

import math

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.marks import arrow, dot, graph, label, segment, ticks


def ramp(z):
    return 0.5 * (1 + math.tanh(z / 2))


LEFT, RIGHT = -1.5, 1.5

FIGURE = Figure(
    "A ramp between two floors",
    [
        Panel(
            (-6.2, 6.2),
            (-0.25, 1.25),
            [
                segment((-6.2, 0), (6.2, 0), "soft"),
                segment((-6.2, 1), (6.2, 1), "soft"),
                graph(ramp, -6.2, 6.2, "ink"),
                arrow((LEFT, 0), (LEFT, ramp(LEFT)), "blue", "thin"),
                arrow((RIGHT, 1), (RIGHT, ramp(RIGHT)), "green", "thin"),
                dot((LEFT, ramp(LEFT)), "blue", 3),
                dot((RIGHT, ramp(RIGHT)), "green", 3),
                ticks([-4, -2, 0, 2, 4]),
                label((LEFT, ramp(LEFT)), "from below", "blue", (-6, -14), "end"),
                label((RIGHT, ramp(RIGHT)), "from above", "green", (6, 14), "start"),
                label((-6, 1), "1", "soft", (0, -11), "start", True),
                label((-6, 0), "0", "soft", (0, -11), "start", True),
            ],
            height=220,
        )
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
