"""exp in float16, computed for real: a straight climb, a staircase at its foot, a wall."""

import numpy as np

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.marks import arrow, axes, curve, label, segment, ticks

x = np.arange(-19, 13, 1 / 32).astype(np.float16)
with np.errstate(over="ignore", under="ignore"):
    heights = np.exp(x).astype(np.float64)
there = (heights > 0) & np.isfinite(heights)
points = np.column_stack([x[there], np.log2(heights[there])]).astype(np.float64)

FIGURE = Figure(
    "The heights of exp on a ruler of powers of two",
    [
        Panel(
            (-25.5, 15.5),
            (-33, 23),
            [
                axes(-20, -27),
                segment((points[-1][0], -27), (points[-1][0], 22), "red", "thin dash"),
                segment((points[0][0], -27), points[0], "amber", "thin dash"),
                curve(points, "blue"),
                ticks([-15, -10, -5, 0, 5, 10], at=-27),
                ticks(
                    [-20, -10, 0, 10], [f"$2^{{{k}}}$" for k in (-20, -10, 0, 10)], axis="y", at=-20
                ),
                label((points[-1][0], 20), "infinity", "red", (-8, 0), "end"),
                arrow((-13.3, -22), (-15.6, -22), "amber", "thin"),
                label((-13, -22), "staircase of subnormal numbers", "amber", (0, 0), "start"),
                label((points[0][0], -25.4), "0", "amber", (-8, 0), "end"),
            ],
            height=290,
        )
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
