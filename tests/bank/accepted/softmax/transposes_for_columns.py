import numpy as np


def softmax(Z: np.ndarray, axis: int = -1) -> np.ndarray:
    if Z.ndim == 2 and axis in (0, -2):
        return softmax(Z.T).T
    if Z.ndim == 1:
        return softmax(Z[None, :])[0]
    P = Z.copy()
    P -= P.max(axis=1).reshape(-1, 1)
    P = np.e**P
    return np.einsum("mn,m->mn", P, 1 / P.sum(axis=1))
