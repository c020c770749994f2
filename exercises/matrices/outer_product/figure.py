"""The multiplication table of two vectors."""

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.marks import box, label, segment

u, v = [2, -1, 3], [1, 4, 0, -2]


def text(number):
    return f"{number}".replace("-", "\u2212")


def cell(row, column):
    number = u[row] * v[column]
    colour = "amber" if number < 0 else "green"
    corner = (column, 2 - row)
    opposite = (column + 1, 3 - row)
    return box(corner, opposite, text(number), colour, 0.05 * abs(number), "hair")


FIGURE = Figure(
    "A table of all pairs",
    [
        Panel(
            (-2, 5),
            (-0.3, 4.2),
            [
                *(cell(row, column) for row in range(3) for column in range(4)),
                *(label((-0.4, 2.5 - i), text(number), "red") for i, number in enumerate(u)),
                *(label((i + 0.5, 3.35), text(number), "blue") for i, number in enumerate(v)),
                segment((-0.05, 3.05), (-0.05, 0), "red"),
                segment((0, 3.05), (4, 3.05), "blue"),
                label((-1, 1.5), "$u$", "red"),
                label((2, 3.9), "$v$", "blue"),
            ],
            height=230,
        )
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
