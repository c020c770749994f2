"""Sand in three buckets: what was predicted, what is true, and the difference."""

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.marks import box, label, segment

PREDICTED, TRUTH = [0.2, 0.7, 0.1], [1.0, 0.0, 0.0]


def buckets(left, shares, colour, name):
    marks = [label((left + 1.65, -0.22), name, colour)]
    for i, share in enumerate(shares):
        x = left + 1.15 * i
        if share:
            marks.append(box((x, 0), (x + 1, share), "", colour, 0.45, ""))
        marks += [segment((x, 0), (x + 1, 0)), segment((x, 0), (x, 1.05))]
        marks += [segment((x + 1, 0), (x + 1, 1.05))]
        marks.append(label((x + 0.5, max(share, 0.0)), f"{share:g}", "ink", (0, -11)))
    return marks


def excess(left):
    marks = [label((left + 1.65, -0.22), "too much", "red")]
    for i, (p, t) in enumerate(zip(PREDICTED, TRUTH, strict=True)):
        x, height = left + 1.15 * i, round(p - t, 9)
        low, high = sorted((0.5, 0.5 + 0.5 * height))
        marks.append(box((x, low), (x + 1, high), "", "red" if height > 0 else "blue", 0.45, ""))
        words = f"{height:g}".replace("-", "\u2212")
        is_low = height < 0
        by = (0, 11) if is_low else (0, -11)
        marks.append(label((x + 0.5, low if is_low else high), words, "ink", by))
    return [*marks, segment((left - 0.1, 0.5), (left + 3.4, 0.5))]


FIGURE = Figure(
    "Too much and too little sand",
    [
        Panel(
            (-0.4, 12.8),
            (-0.4, 1.35),
            [
                *buckets(0, PREDICTED, "amber", "predicted"),
                *buckets(4.4, TRUTH, "green", "truth"),
                *excess(9),
            ],
            height=190,
        )
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
