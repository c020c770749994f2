import numpy as np


def unit(x: np.ndarray) -> np.ndarray:
    """Return x at length 1, whatever the size of its entries; zeros stay zeros."""
    largest = np.max(np.abs(x))
    if largest == 0:
        return x
    scaled = x / largest
    return scaled / np.sqrt(np.sum(scaled**2))


def cosine_similarity(u: np.ndarray, v: np.ndarray) -> float:
    """Return the cosine of the angle between u and v, from -1 to 1, or 0 if either is zero."""
    cosine = np.dot(unit(u), unit(v))
    return float(np.clip(cosine, -1.0, 1.0))  # rounding may have gone past the end
