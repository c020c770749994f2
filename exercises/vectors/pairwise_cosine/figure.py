"""Red and blue unit arrows, and the table of how near each red one is to each blue one."""

import math

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.geometry import polar
from grader.report.figures.marks import arrow, box, label, ring

RED, BLUE = [5, 80, 205], [20, 55, 120, 250]


def cell(row, column):
    near = math.cos(math.radians(RED[row] - BLUE[column]))
    low, high = (column, 2 - row), (column + 1, 3 - row)
    text = f"{near:.1f}".replace("-", "\u2212")
    return box(low, high, text, "green" if near > 0 else "amber", 0.6 * abs(near), "hair")


FIGURE = Figure(
    "Every red arrow against every blue one",
    [
        Panel(
            (-1.35, 1.35),
            (-1.35, 1.35),
            [
                ring(look="hair"),
                *(arrow((0, 0), polar(turn), "red") for turn in RED),
                *(arrow((0, 0), polar(turn), "blue") for turn in BLUE),
                *(label(polar(t, 1.2), f"{i}", "red") for i, t in enumerate(RED, 1)),
                *(label(polar(t, 1.2), f"{i}", "blue") for i, t in enumerate(BLUE, 1)),
            ],
            width=200,
        ),
        Panel(
            (-0.7, 4.3),
            (-0.75, 3.8),
            [
                *(cell(row, column) for row in range(3) for column in range(4)),
                *(label((-0.3, 2.5 - i), f"{i + 1}", "red") for i in range(3)),
                *(label((i + 0.5, 3.35), f"{i + 1}", "blue") for i in range(4)),
            ],
            width=220,
            height=200,
        ),
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
