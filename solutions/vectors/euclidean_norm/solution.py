import numpy as np


def l2_norm(x: np.ndarray) -> float:
    """Return the Euclidean length of x, a number."""
    return float(np.sqrt(np.sum(x**2)))
