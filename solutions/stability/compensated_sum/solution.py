import numpy as np


def neumaier_sum(x: np.ndarray) -> float:
    """Return the sum of x, right to the last digit of float64 or its neighbour."""
    total = 0.0
    dropped = 0.0
    for value in x.tolist():
        rounded = total + value
        if abs(total) >= abs(value):
            dropped += (total - rounded) + value
        else:
            dropped += (value - rounded) + total
        total = rounded
    return total + dropped
