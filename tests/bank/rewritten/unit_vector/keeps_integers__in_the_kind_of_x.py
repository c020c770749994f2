import numpy as np


def normalize(x):
    out = np.zeros_like(x)
    if np.any(x):
        y = x / np.max(np.abs(x))
        out[:] = y / np.linalg.norm(y)
    return out
