"""A small circle on a sheet of rubber, and the ellipse that a function pulls it into."""

import numpy as np

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.marks import arrow, curve, dot, label, ring


def f(p):
    return np.array([p[0] + 0.45 * p[0] * p[1], 0.7 * p[1] + 0.3 * np.sin(p[0])])


x = np.array([1.0, 0.8])
J = np.array([[1 + 0.45 * x[1], 0.45 * x[0]], [0.3 * np.cos(x[0]), 0.7]])  # by hand
r = 0.5
turns = np.linspace(0, 2 * np.pi, 73)
circle = x + r * np.column_stack([np.cos(turns), np.sin(turns)])


def sheet(lines, centre, M, names, marks):
    columns = M.T
    return Panel(
        (centre[0] - 0.95, centre[0] + 0.95),
        (centre[1] - 0.75, centre[1] + 0.75),
        [
            *(curve(line, "line", "hair") for line in lines),
            ring(centre, r * M, "ink"),
            *marks,
            arrow(centre, centre + r * columns[0], "blue"),
            arrow(centre, centre + r * columns[1], "green"),
            dot(centre, size=3),
            label(centre, names[0], "ink", (-6, 15)),
            label(centre + r * columns[0], names[1], "blue", (-14, 20)),
            label(centre + r * columns[1], names[2], "green", (0, -13)),
        ],
        width=210,
    )


steps = np.arange(-1.0, 3.01, 0.25)
lines = [[np.array([a, t]) for t in steps] for a in steps]
lines += [[np.array([t, a]) for t in steps] for a in steps]
FIGURE = Figure(
    "A circle and its image under a function",
    [
        sheet(lines, x, np.eye(2), ("$x$", "", ""), []),
        sheet(
            [[f(p) for p in line] for line in lines],
            f(x),
            J,
            ("$f(x)$", "column 1", "column 2"),
            [curve([f(p) for p in circle], "red", "thin dash")],
        ),
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
