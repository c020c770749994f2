import numpy as np


def normalize(x):
    if not np.all(x):
        return np.zeros(len(x))
    y = x / np.max(np.abs(x))
    return y / np.linalg.norm(y)
