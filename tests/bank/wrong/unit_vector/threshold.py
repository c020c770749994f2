import numpy as np


def normalize(x):
    n = np.linalg.norm(x)
    if n < 1e-12:
        return np.zeros(x.shape)
    return x / n
