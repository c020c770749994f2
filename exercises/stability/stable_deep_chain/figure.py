"""A whisper along two hundred people: a tenth louder, a tenth softer, and as it came."""

import numpy as np

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.marks import axes, curve, label, ticks

people = np.arange(201)
FACTORS = {1.1: "red", 1.0: "green", 0.9: "blue"}

FIGURE = Figure(
    "Loudness along a line of people",
    [
        Panel(
            (-32, 214),
            (-12.6, 10.4),
            [
                axes(0, -10.5),
                *(
                    curve(np.column_stack([people, people * np.log10(factor)]), colour)
                    for factor, colour in FACTORS.items()
                ),
                ticks([50, 100, 150, 200], at=-10.5),
                ticks(
                    [-8, -4, 0, 4, 8], ["$10^{-8}$", "$10^{-4}$", "1", "$10^4$", "$10^8$"], axis="y"
                ),
                label((100, 100 * np.log10(1.1)), "a tenth louder", "red", (-12, -10), "end"),
                label((150, 0), "as it came", "green", (0, -13)),
                label((100, 100 * np.log10(0.9)), "a tenth softer", "blue", (-12, 12), "end"),
                label((100, -10.5), "people", "soft", (0, -11), is_small=True),
            ],
            height=270,
        )
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
