import numpy as np


def log_softmax(Z, axis=-1) -> np.ndarray:
    low = Z - Z.max(axis=axis, keepdims=True)
    return low - np.log(np.exp(low).sum(axis=axis, keepdims=True))
