import numpy as np


def log_softmax(Z: np.ndarray, axis: int = -1) -> np.ndarray:
    T = np.swapaxes(Z, axis, -1)
    T = T - np.sort(T)[..., -1:]
    norm = np.log(np.einsum("...k->...", np.exp(T)))[..., None]
    return np.swapaxes(T - norm, -1, axis)
