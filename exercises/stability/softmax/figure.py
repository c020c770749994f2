"""Marks on a ruler before and after it slides: the gaps are the same, and so are the shares."""

import math

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.marks import arrow, box, dot, label, segment

GAPS = [-3, -2, 0]
whole = sum(math.exp(gap) for gap in GAPS)
shares = [math.exp(gap) / whole for gap in GAPS]
COLOURS = ["amber", "green", "blue"]


def ruler(left, top):
    marks = [segment((left, -3.8), (left, 0.6), "soft")]
    for k in range(-3, 1):
        number = f"{top + k}".replace("-", "\u2212")
        marks.append(segment((left - 0.12, k), (left, k), "soft"))
        marks.append(label((left - 0.2, k), number, "soft", (-2, 0), "end", True))
    for gap, share, colour in zip(GAPS, shares, COLOURS, strict=True):
        marks.append(dot((left, gap), colour, 5))
        marks.append(
            box(
                (left + 0.3, gap - 0.2), (left + 0.3 + 2.2 * share, gap + 0.2), "", colour, 0.45, ""
            )
        )
        marks.append(
            label((left + 0.3 + 2.2 * share, gap), f"{share:.2f}", colour, (6, 0), "start")
        )
    return marks


FIGURE = Figure(
    "Scores on a ruler that slides",
    [
        Panel(
            (-0.9, 8.0),
            (-4.1, 0.9),
            [
                *ruler(0, 4),
                *ruler(4.7, 0),
                arrow((2.2, -1.5), (3.7, -1.5), "ink"),
                label((2.95, -1.5), "slide", by=(0, -14)),
            ],
        )
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
