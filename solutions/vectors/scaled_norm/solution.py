import numpy as np


def safe_norm(x: np.ndarray) -> float:
    """Return the Euclidean length of x, a number, without overflow or underflow on the way."""
    largest = np.max(np.abs(x), initial=0.0)
    if largest == 0 or np.isinf(largest):
        return float(largest)
    scaled = x / largest  # from -1 to 1, and one entry is at the end
    return float(largest * np.sqrt(np.sum(scaled**2)))
