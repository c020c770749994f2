"""Gates that were set on the way forward: what arrives above, and what passes below."""

import math

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.marks import arrow, box, label, segment

GATES = [("ReLU, open", 1.0, 1.0), ("ReLU, shut", 1.0, 0.0), ("sigmoid at 0", -1.0, 0.25)]
GATES += [("exp at 1", 1.0, math.e)]


def text(number):
    return f"{number:.2g}".replace("-", "\u2212")


def gate(x, name, arrives, opening):
    colour = "blue" if arrives > 0 else "red"
    passes = arrives * opening
    marks = [
        arrow((x, 1.9), (x, 0.95), colour),
        label((x, 1.9), text(arrives), colour, (0, -12)),
        box((x - 0.78, 0.35), (x + 0.78, 0.9), name, "ink", is_small=True),
        label((x, -2.4), text(passes), colour if passes else "soft"),
    ]
    if passes:
        return [*marks, arrow((x, 0.3), (x, 0.3 - 0.95 * opening * 0.9), colour)]
    return [*marks, segment((x - 0.2, 0.15), (x + 0.2, 0.15), "soft", "thick")]


FIGURE = Figure(
    "What passes at four gates",
    [
        Panel(
            (-0.95, 5.9),
            (-2.8, 2.4),
            [mark for i, row in enumerate(GATES) for mark in gate(1.65 * i, *row)],
        )
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
