"""A heap of gradients below a window's sill, and the same heap raised."""

import numpy as np

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.marks import box, label, segment, ticks

rng = np.random.default_rng(0)
sizes = rng.normal(-27, 4, size=4000)  # powers of two
SILL, TOP, RAISED = -24, 16, 14
edges = np.arange(-42, 20, 2)


def heap(floor, shift):
    counts, _ = np.histogram(sizes + shift, edges)
    marks = []
    for count, low in zip(counts, edges, strict=False):
        if count:
            colour = "red" if low < SILL else "green"
            high = (low + 1.8, floor + 2.2 * count / 800)
            marks.append(box((low + 0.2, floor), high, "", colour, 0.55, ""))
    return [*marks, segment((-43, floor), (19, floor), "soft", "hair")]


FIGURE = Figure(
    "Gradients and the window of float16",
    [
        Panel(
            (-45, 21),
            (-1.2, 6.4),
            [
                box((SILL, 0), (TOP, 5.9), "", "blue", 0.08, ""),
                segment((SILL, 0), (SILL, 5.9), "blue", "thick"),
                segment((TOP, 0), (TOP, 5.9), "blue", "thick"),
                *heap(3.1, 0),
                *heap(0, RAISED),
                ticks([-40, SILL, -8, 0, TOP], [f"$2^{{{k}}}$" for k in (-40, SILL, -8, 0, TOP)]),
                label((-4, 5.5), "window of float16", "blue"),
                label((-34, 5.5), "lost", "red"),
                label((4, 3.9), "as they are", "soft", (0, 0), "start", True),
                label((-43, 1.3), f"raised by $2^{{{RAISED}}}$", "soft", (0, 0), "start", True),
            ],
            height=260,
        )
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
