import numpy as np


def axpy(alpha: float, x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Return alpha * x + y as a new array."""
    if x.shape != y.shape:
        raise ValueError(f"the shapes differ: {x.shape} and {y.shape}")
    return alpha * x + y
