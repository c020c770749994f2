"""Two tent poles: the first is cut to length 1, the second pushed upright and then cut."""

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.marks import arrow, dot, grid, label, right_angle, segment

first, second = (1.8, 0.0), (1.3, 1.5)
SPAN = (-0.5, 2.2), (-0.5, 2)

FIGURE = Figure(
    "Straightening two arrows",
    [
        Panel(
            *SPAN,
            [
                grid(),
                arrow((0, 0), first, "blue"),
                arrow((0, 0), second, "green"),
                label(first, "$a_1$", "blue", (0, 17)),
                label(second, "$a_2$", "green", (14, -6)),
            ],
            width=210,
        ),
        Panel(
            *SPAN,
            [
                grid(),
                segment((0, 0), second, "green", "hair"),
                arrow(second, (0, second[1]), "red", "thin dash"),
                segment((0, 1), (0, second[1]), "soft", "thin dash"),
                right_angle((0, 0), (1, 0), (0, 1)),
                arrow((0, 0), (1, 0), "blue"),
                arrow((0, 0), (0, 1), "green"),
                dot(second, "green", is_hollow=True),
                label((1, 0), "$q_1$", "blue", (0, 17)),
                label((0, 1), "$q_2$", "green", (-15, 4)),
                label((0.65, second[1]), "push", "red", (0, -12)),
            ],
            width=210,
        ),
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
