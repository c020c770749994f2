import numpy as np


def signed_distance(X: np.ndarray, w: np.ndarray, b: float) -> np.ndarray:
    """Return the signed distance (n,) of each point from the plane where x . w + b = 0."""
    if not np.any(w):
        raise ValueError("w is zero, so there is no plane")
    scores = X @ w + b
    return scores / np.sqrt(np.sum(w**2))
