"""One lamp for four seats asks all of them; a lamp for each asks its own."""

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.marks import arrow, box, dot, label

REPORTS = [0.2, -1.0, 0.5, 0.8]
WIDE = [(0.5 + 1.1 * i, 0.0) for i in range(4)]


def text(number):
    return f"{number:g}".replace("-", "\u2212")


def seats():
    return [
        box((x - 0.42, -0.35), (x + 0.42, 0.35), text(r), "ink")
        for (x, _), r in zip(WIDE, REPORTS, strict=True)
    ]


def hall(marks, name):
    span = (-0.3, 4.6), (-1.1, 3.3)
    return Panel(*span, [*marks, *seats(), label((2.15, -0.8), name, "soft")], width=210)


one = (2.15, 2.2)
above = [(x, 1.7) for x, _ in WIDE]
FIGURE = Figure(
    "Lamps that ask their seats",
    [
        hall(
            [
                *(arrow((x, 0.45), one, "red", "thin") for x, _ in WIDE),
                dot(one, "amber", 9),
                label(one, text(round(sum(REPORTS), 9)), "red", (0, -24)),
            ],
            "one lamp for the row",
        ),
        hall(
            [
                *(arrow((x, 0.45), (x, 1.5), "red", "thin") for x, _ in WIDE),
                *(dot(place, "amber", 9) for place in above),
                *(label(p, text(r), "red", (0, -24)) for p, r in zip(above, REPORTS, strict=True)),
            ],
            "a lamp for each seat",
        ),
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
