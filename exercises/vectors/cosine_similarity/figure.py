"""The shadow of a unit arrow on the line of another, before and behind the origin."""

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.geometry import foot, polar
from grader.report.figures.marks import angle, arrow, label, right_angle, ring, segment

v, u, w = polar(0), polar(40), polar(130)
shadows = {tip: foot(tip, v) for tip in (u, w)}

FIGURE = Figure(
    "The shadow of a unit arrow on the line of another",
    [
        Panel(
            (-1.5, 1.5),
            (-0.35, 1.15),
            [
                ring(),
                segment((-1.5, 0), (1.5, 0), "soft", "thin"),
                *(segment(tip, end, "soft", "thin dash") for tip, end in shadows.items()),
                *(right_angle(end, tip, (0, 0)) for tip, end in shadows.items()),
                angle((0, 0), v, u, size=40),
                arrow((0, 0), v, "blue"),
                arrow((0, 0), u, "green"),
                arrow((0, 0), w, "red"),
                segment((0, -0.03), (shadows[u][0], -0.03), "green", "thick"),
                segment((0, -0.03), (shadows[w][0], -0.03), "red", "thick"),
                label(polar(20, 0.42), "40°", "soft", is_small=True),
                label(v, "$v$", "blue", (14, -8)),
                label(u, "$u$", "green", (12, -8)),
                label(w, "$w$", "red", (-12, -8)),
                label((shadows[u][0] / 2, 0), f"{shadows[u][0]:.2f}", "green", (0, 18)),
                label((shadows[w][0] / 2, 0), f"$-${-shadows[w][0]:.2f}", "red", (0, 18)),
            ],
        )
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
