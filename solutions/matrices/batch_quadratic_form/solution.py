import numpy as np


def quadratic_forms(X: np.ndarray, A: np.ndarray) -> np.ndarray:
    """Return (n,): for each row x of X the number x·Ax."""
    pushed = X @ A  # (n, d): each row sent through A
    return np.sum(pushed * X, axis=1)  # each row meets itself, and no other
