"""A stick over a road: its shadow, and the remainder at a right angle."""

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.geometry import foot
from grader.report.figures.marks import arrow, dot, label, right_angle, segment

u, v, other = (4.0, 1.0), (2.2, 2.6), (-1.6, 0.9)
shadow, behind = foot(v, u), foot(other, u)

FIGURE = Figure(
    "The shadow of a stick on a road, and what is left",
    [
        Panel(
            (-3, 5),
            (-1.3, 3.2),
            [
                segment((-3.2, -0.8), (5.2, 1.3), "soft"),
                segment(other, behind, "soft", "thin dash"),
                right_angle(behind, other, (0, 0)),
                arrow((0, 0), other, "soft", "thin"),
                segment((0, 0), behind, "red", "thick"),
                arrow(shadow, v, "green", "thick dash"),
                right_angle(shadow, v, (0, 0)),
                arrow((0, 0), u, "soft", "thin"),
                arrow((0, 0), shadow, "red"),
                arrow((0, 0), v, "blue"),
                dot((0, 0)),
                label(v, "$v$", "blue", (-8, -12)),
                label(u, "$u$", "soft", (0, 18)),
                label((shadow[0] / 2, shadow[1] / 2), "shadow", "red", (14, 20)),
                label(
                    ((v[0] + shadow[0]) / 2, (v[1] + shadow[1]) / 2),
                    "remainder",
                    "green",
                    (12, 0),
                    "start",
                ),
                label(behind, "behind", "red", (6, 18)),
            ],
        )
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
