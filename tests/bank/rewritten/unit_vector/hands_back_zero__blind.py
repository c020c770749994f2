import numpy as np


def normalize(x):
    if not np.any(x):
        return x
    y = x / np.max(np.abs(x))
    return y / np.linalg.norm(y)
