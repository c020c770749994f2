"""A relay run twice: forward with a note in each pocket, then back."""

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.marks import arrow, box, label


def runner(x, number):
    return [
        box((x, 0), (x + 1.7, 1.7), "", "ink"),
        label((x + 0.85, 1.3), f"layer {number}"),
        box((x + 0.25, 0.2), (x + 1.45, 0.85), "note", "amber", 0.25, is_small=True),
        arrow((x - 0.8, 1.35), (x - 0.08, 1.35), "blue"),
        arrow((x - 0.08, 0.5), (x - 0.8, 0.5), "red"),
        arrow((x + 0.85, -0.1), (x + 0.85, -0.9), "red", "thin dash"),
        label((x + 0.85, -1.2), f"$dW_{number}$", "red"),
    ]


FIGURE = Figure(
    "Forward with notes, then back",
    [
        Panel(
            (-1.1, 8.6),
            (-1.6, 2.7),
            [
                *(mark for i in range(3) for mark in runner(2.5 * i, i + 1)),
                arrow((6.78, 1.35), (7.5, 1.35), "blue"),
                arrow((7.5, 0.5), (6.78, 0.5), "red"),
                label((3.3, 2.3), "signal", "blue"),
                label((-0.6, 0), "error", "red"),
                label((8.0, 0.95), "loss", "ink"),
            ],
        )
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
