"""The bill for a wrong class that leads, and the same with a block under the see-saw."""

import math

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.marks import axes, curve, graph, label, segment, ticks

LEAST = 1e-12
block = -math.log(LEAST)


def bill(lead):
    return math.log1p(math.exp(lead))


FIGURE = Figure(
    "The bill for a wrong class that leads",
    [
        Panel(
            (-9, 64),
            (-9, 64),
            [
                axes(),
                graph(bill, -9, 62, "green"),
                curve([(block, block), (62, block)], "red"),
                segment((0, block), (block, block), "soft", "thin dash"),
                ticks([20, 40, 60]),
                ticks([20, 40, 60], axis="y"),
                label((0, block), f"{block:.1f}", "red", (6, -12), "start"),
                label((40, 40), "true", "green", (-14, -10), "end"),
                label((46, block), "cut off", "red", (0, -13)),
                label((60, 0), "lead of a wrong class", "soft", (8, -12), "end", True),
                label((0, 61), "loss", "soft", (8, 0), "start", True),
            ],
            height=300,
        )
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
