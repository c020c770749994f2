import numpy as np


def dot_loop(u, v) -> float:
    """Return the dot product of u and v, both of shape (n,), with an explicit loop.

    The sum is taken in float64. Raises ValueError if the lengths differ.
    """
    raise NotImplementedError


def dot_vec(u: np.ndarray, v: np.ndarray) -> float:
    """Return the dot product of u and v, both of shape (n,), without a Python loop.

    The sum is taken in float64. Raises ValueError if the lengths differ.
    """
    raise NotImplementedError
