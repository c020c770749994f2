import numpy as np


def outer(u: np.ndarray, v: np.ndarray) -> np.ndarray:
    """Return the table (m, n) of all products of an entry of u with an entry of v.

    u: (m,), one entry a row
    v: (n,), one entry a column
    """
    raise NotImplementedError
