"""A bundle of rows before and after: every arrow gets its own pull to the circle."""

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.geometry import polar
from grader.report.figures.marks import arrow, dot, grid, label, ring

ROWS = [(20, 1.9, "blue"), (75, 0.4, "green"), (130, 1.5, "red"), (215, 0.7, "amber")]
ROWS += [(310, 1.3, "ink")]
SPAN = (-1.75, 2.05), (-1.45, 1.55)

FIGURE = Figure(
    "Every row brought to length 1",
    [
        Panel(
            *SPAN,
            [
                grid(),
                ring(look="hair dash"),
                *(arrow((0, 0), polar(turn, long), colour) for turn, long, colour in ROWS),
                dot((0, 0), is_hollow=True),
                label((1.9, -1.3), "before", "soft", anchor="end"),
            ],
            width=210,
        ),
        Panel(
            *SPAN,
            [
                grid(),
                ring(),
                *(arrow((0, 0), polar(turn), colour) for turn, _, colour in ROWS),
                dot((0, 0), is_hollow=True),
                label((1.9, -1.3), "after", "soft", anchor="end"),
            ],
            width=210,
        ),
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
