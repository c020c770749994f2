"""A river with locks: where nothing flowed forward, nothing flows back."""

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.marks import arrow, box, dot, label

OPEN = [True, False, True, False]
HEIGHTS = [3.3, 2.3, 1.3, 0.3]


def arm(y, is_open):
    colour, look = ("blue", "thin") if is_open else ("soft", "hair dash")
    back = "red" if is_open else "soft"
    lock = box(
        (4.15, y - 0.3),
        (5.25, y + 0.3),
        "open" if is_open else "shut",
        "green" if is_open else "soft",
        0.25 * is_open,
        is_small=True,
    )
    return [
        arrow((0.75, 1.8 + 0.25 * (y - 1.8)), (2.7, y + 0.12), "blue", "thin"),
        dot((2.85, y), "ink"),
        arrow((3.0, y + 0.12), (4.05, y + 0.12), "blue", "thin"),
        arrow((5.35, y + 0.12), (8.0, 1.85 + 0.3 * (y - 1.8)), colour, look),
        arrow((8.0, 1.6 + 0.3 * (y - 1.8)), (5.35, y - 0.14), back, look),
        *([arrow((4.05, y - 0.14), (3.0, y - 0.14), "red", "thin")] if is_open else []),
        lock,
    ]


FIGURE = Figure(
    "Forward and back through two layers",
    [
        Panel(
            (-0.5, 9.5),
            (-0.8, 4.5),
            [
                *(
                    mark
                    for y, is_open in zip(HEIGHTS, OPEN, strict=True)
                    for mark in arm(y, is_open)
                ),
                box((-0.3, 1.4), (0.7, 2.2), "$X$"),
                box((8.1, 1.3), (9.3, 2.2), "$S$"),
                label((1.7, 4.1), "$W_1$", "blue"),
                label((4.7, 4.1), "ReLU", "green"),
                label((6.7, 4.1), "$W_2$", "blue"),
                label((4.7, -0.5), "signal", "blue", (-60, 0)),
                label((4.7, -0.5), "error", "red", (60, 0)),
            ],
        )
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
