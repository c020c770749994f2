import numpy as np


def length(x: np.ndarray) -> float:
    """Return the Euclidean length of x."""
    return np.sqrt(np.sum(x**2))


def angle_between(u: np.ndarray, v: np.ndarray) -> float:
    """Return the angle between u and v in radians, from 0 to pi."""
    a = u / length(u)
    b = v / length(v)
    # The diagonals of the rhombus of a and b: where one of them is flat, the other is not.
    return float(2 * np.arctan2(length(a - b), length(a + b)))
