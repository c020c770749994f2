import numpy as np


def softmax(Z: np.ndarray, axis: int = -1) -> np.ndarray:
    shifted = Z - np.max(Z)  # the largest score becomes 0
    e = np.exp(shifted)
    return e / np.sum(e, axis=axis, keepdims=True)
