"""A sharp fold, and three sheets that bend: softplus above it, SiLU and GELU below."""

import math

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.marks import axes, graph, label, ticks


def bell_area(z):
    return 0.5 + 0.5 * math.erf(z / math.sqrt(2))


FIGURE = Figure(
    "The smooth cousins of the ReLU",
    [
        Panel(
            (-4.2, 2.6),
            (-0.7, 2.6),
            [
                axes(),
                graph(lambda z: max(z, 0), -4.2, 2.6, "soft", "thin dash"),
                graph(lambda z: math.log1p(math.exp(z)), -4.2, 2.6, "blue"),
                graph(lambda z: z / (1 + math.exp(-z)), -4.2, 2.6, "green"),
                graph(lambda z: z * bell_area(z), -4.2, 2.6, "red"),
                ticks([-4, -2, 2]),
                ticks([1, 2], axis="y"),
                label((-1.2, 0.45), "softplus", "blue", (-10, -8), "end"),
                label((-2.9, -0.25), "SiLU", "green", (0, 14)),
                label((-0.7, -0.2), "GELU", "red", (-4, 22)),
                label((1.25, 1.0), "ReLU", "soft", (16, 10), "start"),
            ],
            height=250,
        )
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
