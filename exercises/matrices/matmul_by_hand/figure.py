"""B to the upper right of A: a row and a column cross where their sum goes."""

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.marks import arrow, box, label

ROW, COLUMN = 1, 2


def table(left, bottom, rows, columns, chosen, colour):
    return [
        box(
            (left + j, bottom + rows - 1 - i),
            (left + j + 1, bottom + rows - i),
            "",
            colour if chosen(i, j) else "soft",
            0.35 * chosen(i, j),
            "hair",
        )
        for i in range(rows)
        for j in range(columns)
    ]


FIGURE = Figure(
    "Where a row and a column cross",
    [
        Panel(
            (-0.9, 7.3),
            (-0.4, 6),
            [
                *table(0, 0, 3, 2, lambda i, j: i == ROW, "blue"),
                *table(2.5, 3.5, 2, 4, lambda i, j: j == COLUMN, "green"),
                *table(2.5, 0, 3, 4, lambda i, j: (i, j) == (ROW, COLUMN), "red"),
                arrow((2.1, 1.5), (4.4, 1.5), "blue", "thin dash"),
                arrow((5, 3.45), (5, 2.1), "green", "thin dash"),
                label((-0.4, 1.5), "$i$", "blue"),
                label((5, 5.75), "$j$", "green"),
                label((1, 3.3), "$A$"),
                label((2.1, 4.5), "$B$"),
                label((6.85, 1.5), "$A B$"),
            ],
            height=320,
        )
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
