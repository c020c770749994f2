import numpy as np


def softmax(Z: np.ndarray, axis: int = -1) -> np.ndarray:
    T = np.moveaxis(Z, axis, 0)
    E = np.exp(T - T.max(0))
    return np.moveaxis(E / E.sum(0), 0, axis)
