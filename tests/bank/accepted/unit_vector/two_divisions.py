import numpy as np


def normalize(x):
    if not np.any(x):
        return np.zeros(x.shape)
    x = np.asarray(x, dtype=float)
    y = x / np.abs(x).max()
    return y / np.linalg.norm(y)
