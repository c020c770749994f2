import numpy as np


def softmax(Z: np.ndarray, axis: int = -1) -> np.ndarray:
    """Return the softmax of Z along axis."""
    shifted = Z - Z.max(axis=axis, keepdims=True)  # the largest entry is now 0
    powers = np.exp(shifted)
    return powers / powers.sum(axis=axis, keepdims=True)
