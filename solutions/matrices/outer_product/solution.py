import numpy as np


def outer(u: np.ndarray, v: np.ndarray) -> np.ndarray:
    """Return the table (m, n) of all products of an entry of u with an entry of v."""
    column = u[:, np.newaxis]  # (m, 1), so that each of its rows meets all of v
    return column * v
