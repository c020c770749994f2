"""Switches, lamps and the wires between them, which both directions use."""

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.marks import arrow, box, dot, label, segment

STRENGTH = [[3, 1, 2], [1, 3, 0]]
LOOKS = {1: "hair", 2: "thin", 3: "thick"}
SWITCHES = [(0.0, 2.2), (0.0, 0.8)]
LAMPS = [(4.0, 3.0), (4.0, 1.5), (4.0, 0.0)]

FIGURE = Figure(
    "One set of wires, two directions",
    [
        Panel(
            (-1.7, 5.9),
            (-1.1, 4),
            [
                *(
                    segment(switch, lamp, "ink", LOOKS[STRENGTH[j][c]])
                    for j, switch in enumerate(SWITCHES)
                    for c, lamp in enumerate(LAMPS)
                    if STRENGTH[j][c]
                ),
                *(
                    box((x - 0.25, y - 0.25), (x + 0.25, y + 0.25), "", "blue", 0.4)
                    for x, y in SWITCHES
                ),
                *(dot(lamp, "amber", 9) for lamp in LAMPS),
                label(SWITCHES[0], "switch", "blue", (-18, 0), "end"),
                label(LAMPS[0], "lamp", "amber", (16, 0), "start"),
                label((2.0, 3.1), "$B$"),
                arrow((0.4, 3.6), (3.6, 3.6), "blue"),
                arrow((3.6, -0.6), (0.4, -0.6), "red"),
                label((0.3, 3.6), "current", "blue", (-4, 0), "end"),
                label((3.7, -0.6), "reports", "red", (4, 0), "start"),
            ],
        )
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
