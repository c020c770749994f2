import numpy as np


def dot_loop(u, v) -> float:
    """Return the dot product of u and v, both of shape (n,), with an explicit loop.

    The sum is taken in float64. Raises ValueError if the lengths differ.
    """
    if len(u) != len(v):
        raise ValueError("different lengths")
    s = 0.0
    for i in range(len(u)):
        s += float(u[i]) * float(v[i])
    return s


def dot_vec(u: np.ndarray, v: np.ndarray) -> float:
    """Return the dot product of u and v, both of shape (n,), without a Python loop.

    The sum is taken in float64. Raises ValueError if the lengths differ.
    """
    if len(u) != len(v):
        raise ValueError("different lengths")
    return np.sum(np.multiply(u, v, dtype=np.float64))
