import numpy as np


def quadratic_forms(X: np.ndarray, A: np.ndarray) -> np.ndarray:
    """Return (n,): for each row x of X the number x·Ax.

    X: (n, d)
    A: (d, d), not necessarily symmetric
    """
    raise NotImplementedError
