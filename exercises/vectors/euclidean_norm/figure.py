"""A rope through a room: the floor's diagonal and the height are the legs of a triangle."""

import math

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.marks import area, arrow, label, right_angle, segment

long, deep, high = 4, 3, 2


def seen(x, y, z):
    return x + 0.42 * y, z + 0.3 * y


corners = [(0, 0), (long, 0), (long, deep), (0, deep)]
floor, ceiling = ([seen(x, y, z) for x, y in corners] for z in (0, high))
tip = ceiling[2]

FIGURE = Figure(
    "The length of a rope through a room",
    [
        Panel(
            (-0.8, 6.4),
            (-0.6, 3.3),
            [
                area(floor, "soft", "hair"),
                *(segment(a, b, "soft", "hair") for a, b in zip(floor, ceiling, strict=True)),
                *(segment(ceiling[i - 1], ceiling[i], "soft", "hair") for i in range(4)),
                segment(floor[0], floor[2], "blue", "thick dash"),
                segment(floor[2], tip, "green", "thick"),
                right_angle(floor[2], tip, (0, 0)),
                arrow((0, 0), tip, "red"),
                label((long / 2, 0), f"{long}", "soft", (0, 14)),
                label(seen(long, deep / 2, 0), f"{deep}", "soft", (14, 6)),
                label(seen(long, deep, high / 2), f"{high}", "green", (12, 0)),
                label(seen(2.7, 1.9, 0), f"{math.hypot(long, deep):g}", "blue", (6, 12)),
                label(
                    (tip[0] / 2, tip[1] / 2),
                    f"{math.hypot(long, deep, high):.2f}",
                    "red",
                    (-18, -10),
                ),
            ],
        )
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
