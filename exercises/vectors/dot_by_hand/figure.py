"""The dot product as a shadow times a length: large, zero and negative."""

import math

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.geometry import foot
from grader.report.figures.marks import arrow, grid, label, segment

v = (2.0, 0.0)
COLOURS = {6: "green", 0: "ink", -4: "red"}


def pair(u):
    shadow = foot(u, v)
    product = round(shadow[0] * math.hypot(*v))
    colour = COLOURS[product]
    return Panel(
        (-2.4, 3.4),
        (-1.6, 3.1),
        [
            grid(),
            segment(u, shadow, "soft", "thin dash"),
            segment((0, -0.1), (shadow[0], -0.1), colour, "thick"),
            arrow((0, 0), v, "blue"),
            arrow((0, 0), u, "amber"),
            label(v, "$v$", "blue", (-2, -12)),
            label(u, "$u$", "amber", (0, -12)),
            label((0.5, -1), f"$u · v = {product}$", colour),
        ],
        width=140,
    )


FIGURE = Figure("Three dot products", [pair((3, 1.5)), pair((0, 2)), pair((-2, 1.5))])

if __name__ == "__main__":
    FIGURE.save(__file__)
