import numpy as np


def normalize(x):
    if x.sum() == 0:
        return np.zeros(x.shape)
    y = x / np.max(np.abs(x))
    return y / np.linalg.norm(y)
