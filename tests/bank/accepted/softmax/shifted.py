import numpy as np


def softmax(Z: np.ndarray, axis: int = -1) -> np.ndarray:
    e = np.exp(Z - Z.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)
