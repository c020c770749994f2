import numpy as np


def normalize(x):
    m = np.max(x)
    if not np.any(x):
        return np.zeros(x.shape)
    y = x / m
    return y / np.linalg.norm(y)
