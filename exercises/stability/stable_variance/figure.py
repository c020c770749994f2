"""Children on a beam: one more moves the point of balance a quarter of the way."""

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.marks import area, arrow, dot, label, segment

CHILDREN, NEW = [1, 2, 6], 11
before = sum(CHILDREN) / 3
after = (sum(CHILDREN) + NEW) / 4


def prop(x, colour):
    return area([(x, 0), (x - 0.4, -0.8), (x + 0.4, -0.8)], colour)


FIGURE = Figure(
    "A point of balance that moves",
    [
        Panel(
            (-0.6, 12.6),
            (-1.8, 2.2),
            [
                segment((0, 0), (12, 0), "ink", "thick"),
                prop(before, "soft"),
                prop(after, "green"),
                *(dot((x, 0.3), "blue", 8) for x in CHILDREN),
                dot((NEW, 0.3), "red", 8),
                arrow((before, 0.75), (after, 0.75), "green", "thin"),
                *(label((x, 0.3), f"{x}", "blue", (0, -20)) for x in CHILDREN),
                label((NEW, 0.3), f"{NEW}", "red", (0, -20)),
                label((before, -0.8), f"{before:g}", "soft", (0, 13)),
                label((after, -0.8), f"{after:g}", "green", (0, 13)),
                label((4, 0.75), "a quarter of the way", "green", (0, -26)),
            ],
        )
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
