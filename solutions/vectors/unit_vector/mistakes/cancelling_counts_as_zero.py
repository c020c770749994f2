import numpy as np


def normalize(x):
    if np.sum(x) == 0:
        return np.zeros(len(x))
    y = x / np.max(np.abs(x))
    return y / np.linalg.norm(y)
