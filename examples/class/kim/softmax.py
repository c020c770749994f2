import numpy as np


def softmax(Z: np.ndarray, axis: int = -1) -> np.ndarray:
    """Return the softmax of Z along axis."""
    Z = Z - np.amax(Z, axis=axis, keepdims=True)
    return np.exp(Z) / np.exp(Z).sum(axis=axis, keepdims=True)
