"""A ruler of all numbers of a tiny type: octaves, and a staircase at its end."""

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.marks import box, label, segment

DIGITS, LEAST = 2, -1  # binary digits behind the point, and the least power of two
octaves = {power: 2.0**power for power in range(LEAST, 3)}
numbers = [k * 2.0 ** (LEAST - DIGITS) for k in range(2**DIGITS)]  # subnormal
for start in octaves.values():
    numbers += [start * (1 + k / 2**DIGITS) for k in range(2**DIGITS)]

FIGURE = Figure(
    "All numbers of a tiny type",
    [
        Panel(
            (-0.3, 8.3),
            (-1.6, 1.6),
            [
                box((0, 0), (0.5, 0.55), "", "amber", 0.3, ""),
                segment((0, 0), (8, 0), "ink", "thin"),
                *(segment((x, 0), (x, 0.45), "ink", "thin") for x in [*numbers, 8]),
                *(segment((x, -0.25), (x, 0.7), "blue", "thick") for x in octaves.values()),
                segment((0, -0.25), (0, 0.7), "blue", "thick"),
                segment((8, -0.25), (8, 0.7), "blue", "thick"),
                *(label((x, -0.25), f"{x:g}", "blue", (0, 12)) for x in (0, 1, 2, 4, 8)),
                label((0.5, -0.25), "½", "blue", (0, 12)),
                label((6, 0.7), "1", "soft", (0, -12)),
                label((3, 0.7), "½", "soft", (0, -12)),
                label((1.5, 0.7), "¼", "soft", (0, -12)),
                label((0.75, 0.7), "⅛", "soft", (0, -12)),
                label((0.25, 0.7), "⅛", "amber", (0, -12)),
                label((4, -1.3), "above: the distance of the ticks", "soft", is_small=True),
                label((-0.2, -1.3), "subnormal", "amber", (0, 0), "start", True),
            ],
            height=150,
        )
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
