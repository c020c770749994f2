"""Two unit arrows, the rhombus that they span, and its diagonals at right angles."""

import numpy as np

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.geometry import polar
from grader.report.figures.marks import angle, area, arrow, label, right_angle, ring

a, b = np.array(polar(8)), np.array(polar(58))

FIGURE = Figure(
    "The rhombus of two unit arrows",
    [
        Panel(
            (-0.35, 2.05),
            (-0.25, 1.25),
            [
                ring(look="hair"),
                area([(0, 0), a, a + b, b], "blue", "hair dash"),
                arrow((0, 0), a + b, "green", "thin dash"),
                arrow(b, a, "red", "thin dash"),
                right_angle((a + b) / 2, a, a + b),
                angle((0, 0), a, b, "ink", 44),
                arrow((0, 0), a, "blue"),
                arrow((0, 0), b, "blue"),
                label(a, "$a$", "blue", (6, 16)),
                label(b, "$b$", "blue", (-12, -6)),
                label(polar(24, 0.36), "$θ$"),
                label(a + b, "$a + b$", "green", (8, -6), "start"),
                label(0.8 * a + 0.2 * b, "$a - b$", "red", (9, 0), "start"),
            ],
        )
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
