import numpy as np


def neumaier_sum(x: np.ndarray) -> float:
    """Return the sum of x, right to the last digit of float64 or its neighbour.

    x: (n,), finite; the sum of no entries is 0.0

    The result is a number.
    """
    raise NotImplementedError
