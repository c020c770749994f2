import numpy as np


def normalize(x: np.ndarray) -> np.ndarray:
    """Return x divided by its Euclidean length, or zeros if x is zero."""
    largest = np.max(np.abs(x))
    if largest == 0:
        return np.zeros(len(x))
    scaled = x / largest  # the same direction, and squares that neither overflow nor vanish
    return scaled / np.sqrt(np.sum(scaled**2))
