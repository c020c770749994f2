"""Two streams from one spring to one lake."""

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.marks import arrow, box, label

UPPER, LOWER = (2, 3), (-1, 4)
total = UPPER[0] * UPPER[1] + LOWER[0] * LOWER[1]

FIGURE = Figure(
    "Two paths from x to f",
    [
        Panel(
            (-0.9, 7.1),
            (-1.0, 3.9),
            [
                arrow((0.55, 2.0), (2.55, 3.0), "blue"),
                arrow((3.65, 3.0), (5.65, 2.2), "blue"),
                arrow((0.55, 1.4), (2.55, 0.5), "green"),
                arrow((3.65, 0.5), (5.65, 1.3), "green"),
                box((-0.5, 1.35), (0.5, 2.05), "$x$", "ink"),
                box((2.6, 2.75), (3.6, 3.45), "$u$", "blue"),
                box((2.6, 0.05), (3.6, 0.75), "$v$", "green"),
                box((5.7, 1.35), (6.7, 2.05), "$f$", "ink"),
                label((1.4, 2.6), f"times {UPPER[0]}", "blue", (0, -14), "end"),
                label((4.8, 2.7), f"times {UPPER[1]}", "blue", (0, -10), "start"),
                label((1.4, 0.9), f"times $-${-LOWER[0]}", "green", (0, 14), "end"),
                label((4.8, 0.8), f"times {LOWER[1]}", "green", (0, 12), "start"),
                label((3.1, -0.6), f"both together: 2 · 3 + ($-$1) · 4 = {total}", "red"),
            ],
        )
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
