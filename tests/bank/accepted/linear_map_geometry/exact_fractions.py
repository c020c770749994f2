"""No rounding in the determinant: floats are exact fractions."""

from fractions import Fraction

import numpy as np

CORNERS = [(0, 0), (1, 0), (1, 1), (0, 1)]


def describe_map(A):
    (a, b), (c, d) = [[Fraction(float(entry)) for entry in row] for row in A]
    det = a * d - b * c
    images = []
    for px, py in CORNERS:
        images.append([float(a * px + b * py), float(c * px + d * py)])
    return {
        "corners": np.array(images),
        "area": float(det),
        "flips": bool(det < 0),
    }
