"""A number with two bosses: it waits for both reports and adds them up."""

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.marks import arrow, box, label

a, b = 2, -3
by_way_of_c, straight = b, 1


def node(x, y, text, grad):
    words = f"grad {grad}".replace("-", "\u2212")
    return [
        box((x - 0.95, y - 0.4), (x + 0.95, y + 0.4), text),
        label((x, y - 0.4), words, "red", (0, 13), is_small=True),
    ]


FIGURE = Figure(
    "Values forward, gradients back",
    [
        Panel(
            (-1.3, 7.9),
            (-1.6, 4.1),
            [
                arrow((0.2, 0.55), (2.35, 1.2), "ink", "thin"),
                arrow((0.4, 2.55), (2.35, 1.75), "ink", "thin"),
                arrow((4.3, 1.5), (5.7, 1.95), "ink", "thin"),
                arrow((1.0, 2.95), (5.7, 2.45), "ink", "thin"),
                arrow((5.85, 2.8), (1.05, 3.3), "red", "thin dash"),
                arrow((2.4, 1.3), (1.05, 2.3), "red", "thin dash"),
                *node(0, 2.9, "$a = 2$", by_way_of_c + straight),
                *node(0, 0, "$b = -3$", a),
                *node(3.3, 1.4, "$c = a b$", 1),
                *node(6.6, 2.3, "$d = c + a$", 1),
                label((3.5, 3.05), f"{straight}", "red", (0, -14)),
                label((1.9, 2.0), f"{by_way_of_c}".replace("-", "\u2212"), "red", (12, -6)),
                label((6.6, 3.2), f"{a * b + a}".replace("-", "\u2212"), "soft", is_small=True),
                label((3.3, 2.05), f"{a * b}".replace("-", "\u2212"), "soft", is_small=True),
                label((4.3, -1.2), "black: forward · red: back", "soft", is_small=True),
            ],
        )
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
