import numpy as np


def scores(Q: np.ndarray, K: np.ndarray) -> np.ndarray:
    """Return (B, H, n, m): for each b and h the dot products of rows of Q with rows of K."""
    return np.einsum("bhid,bhjd->bhij", Q, K)
