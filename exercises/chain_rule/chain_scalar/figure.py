"""Three gear wheels: each turns the next by its own ratio."""

import math

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.marks import arrow, curve, dot, label

RATIOS = [2.0, 0.6]
WHEELS = [(0.0, 12, "blue"), (0.0, 6, "green"), (0.0, 10, "red")]  # teeth
SIZE = 1 / 6  # radius for each tooth


def gear(x, teeth, colour, phase):
    radius = SIZE * teeth
    turns = [2 * math.pi * k / (20 * teeth) for k in range(20 * teeth)]
    rims = [radius + 0.12 * math.tanh(4 * math.sin(teeth * t + phase)) for t in turns]
    points = [(x + r * math.cos(t), r * math.sin(t)) for r, t in zip(rims, turns, strict=True)]
    return [curve(points, colour, "thin", True), dot((x, 0), colour)]


places = [0.0, SIZE * 18, SIZE * 34]
speeds = [1.0, RATIOS[0], RATIOS[0] * RATIOS[1]]
marks = []
for i, (x, (_, teeth, colour)) in enumerate(zip(places, WHEELS, strict=True)):
    marks += gear(x, teeth, colour, math.pi * (0.5 - i % 2))  # a tooth meets a gap
    marks.append(label((x, 0), f"{speeds[i]:g}", colour, (0, -17)))

FIGURE = Figure(
    "Gear wheels multiply their ratios",
    [
        Panel(
            (-2.6, 7.9),
            (-2.35, 3.4),
            [
                *marks,
                arrow((0.2, 2.5), (2.8, 2.5), "ink", "thin"),
                arrow((3.2, 2.5), (5.6, 2.5), "ink", "thin"),
                label((1.5, 2.5), "times 2", by=(0, -13)),
                label((4.4, 2.5), "times 0.6", by=(0, -13)),
            ],
        )
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
