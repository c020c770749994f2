"""A table flipped over its diagonal, and the same numbers only broken into other lines."""

import numpy as np

from grader.report.figures.figure import Figure, Panel
from grader.report.figures.marks import box, label

A = np.arange(1, 7).reshape(2, 3)


def table(left, numbers, name):
    rows, columns = numbers.shape
    cells = [
        box(
            (left + j, 2 - i),
            (left + j + 1, 3 - i),
            f"{numbers[i, j]}",
            "blue" if numbers[i, j] <= 3 else "soft",
            0.3 * (numbers[i, j] <= 3),
            "hair",
        )
        for i in range(rows)
        for j in range(columns)
    ]
    return [*cells, label((left + columns / 2, 3.5), name)]


FIGURE = Figure(
    "Transposing is not reshaping",
    [
        Panel(
            (-0.5, 10.5),
            (-0.4, 4),
            [
                *table(0, A, "$A$"),
                *table(4.3, A.T, "$A^T$"),
                *table(7.8, A.reshape(3, 2), "reshaped"),
            ],
        )
    ],
)

if __name__ == "__main__":
    FIGURE.save(__file__)
