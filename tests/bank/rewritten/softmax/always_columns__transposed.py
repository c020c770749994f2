import numpy as np


def softmax(Z: np.ndarray, axis: int = -1) -> np.ndarray:
    columns = np.transpose(Z)
    e = np.exp(columns - np.amax(columns, axis=-1, keepdims=True))
    p = e / np.sum(e, axis=-1, keepdims=True)
    return np.transpose(p)
