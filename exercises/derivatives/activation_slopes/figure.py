"""How far each door is open: the slopes of four activations, measured from their curves."""

import numpy as np

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.marks import axes, curve, label, segment, ticks

z = np.linspace(-5, 5, 202)  # none of them is 0
VALUES = {
    "red": np.maximum(z, 0),
    "amber": np.where(z > 0, z, 0.1 * z),
    "green": np.tanh(z),
    "blue": 1 / (1 + np.exp(-z)),
}
between = (z[1:] + z[:-1]) / 2

FIGURE = Figure(
    "The slopes of ReLU, leaky ReLU, tanh and sigmoid",
    [
        Panel(
            (-5.6, 5.6),
            (-0.22, 1.25),
            [
                *(segment((-5.6, y), (5.6, y), "line", "hair") for y in (0.25, 1)),
                axes(),
                *(
                    curve(np.column_stack([between, np.diff(values) / np.diff(z)]), colour)
                    for colour, values in VALUES.items()
                ),
                ticks([-4, -2, 2, 4]),
                ticks([0.25, 1], axis="y"),
                label((3, 1), "ReLU, leaky ReLU", "red", (0, -13)),
                label((-3.9, 0.1), "leaky ReLU", "amber", (0, -12)),
                label((0.75, 0.66), "tanh", "green", (8, 0), "start"),
                label((2, 0.15), "sigmoid", "blue", (8, -12), "start"),
                label((-3, 0), "ReLU", "red", (0, 14)),
            ],
            height=280,
        )
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
