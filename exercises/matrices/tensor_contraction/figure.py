"""Three cabinets with the same drawers: nothing goes from one drawer to another."""

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.marks import arrow, box, label

OPEN = (0, 1)


def cabinet(left, name, colour):
    drawers = [(row, column) for row in range(2) for column in range(3)]
    cells = [
        box(
            (left + column, 1 - row),
            (left + column + 0.9, 1.85 - row),
            "",
            colour if (row, column) == OPEN else "soft",
            0.5 * ((row, column) == OPEN),
            "thin",
        )
        for row, column in drawers
    ]
    return [*cells, label((left + 1.45, -0.45), name, colour)]


FIGURE = Figure(
    "The same drawer of three cabinets",
    [
        Panel(
            (-1.3, 11.2),
            (-1, 3.6),
            [
                *cabinet(0, "$Q$", "blue"),
                *cabinet(4, "$K$", "green"),
                *cabinet(8, "scores", "red"),
                arrow((1.45, 2), (1.45, 2.9), "blue", "thin"),
                arrow((5.45, 2), (5.45, 2.9), "green", "thin"),
                arrow((9.45, 2.9), (9.45, 2), "red", "thin"),
                label((1.45, 3.2), "$q$", "blue"),
                label((5.45, 3.2), "$k$, transposed", "green"),
                label((9.45, 3.2), "their product", "red"),
                label((-0.65, 0.93), "$B$", "soft"),
                label((1.45, -0.45), "$H$", "soft", (-36, 0)),
            ],
        )
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
