"""Heights above a floor with a dust layer, and one probability that lies below it."""

import math

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.marks import box, dot, label, segment, ticks

LOGS = [-0.7, -300, -800]
heights = [log / math.log(10) for log in LOGS]


def shown(log):
    return f"ln $p$ = {log:g}".replace("-", "\u2212")


FIGURE = Figure(
    "Probabilities above and below the dust",
    [
        Panel(
            (-2.6, 7.5),
            (-385, 25),
            [
                box((0, -385), (7.5, -324), "", "ink", 0.25, ""),
                box((0, -324), (7.5, -308), "", "amber", 0.5, ""),
                segment((0, -385), (0, 25), "soft"),
                ticks(
                    [0, -100, -200, -308],
                    ["1", "$10^{-100}$", "$10^{-200}$", "$10^{-308}$"],
                    axis="y",
                ),
                *(dot((1.2, height), "blue", 5) for height in heights),
                *(
                    label((1.2, height), shown(log), "blue", (12, 0), "start")
                    for log, height in zip(LOGS, heights, strict=True)
                ),
                label((7.3, -316), "dust: digits are lost", "amber", (0, -16), "end"),
                label((7.3, -354), "float64 sees 0", "ink", (0, 0), "end"),
            ],
            height=300,
        )
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
