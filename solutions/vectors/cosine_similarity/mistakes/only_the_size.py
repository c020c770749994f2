import numpy as np


def unit(x):
    m = np.max(np.abs(x))
    if m == 0:
        return np.zeros(len(x))
    return x / m / np.linalg.norm(x / m)


def cosine_similarity(u, v):
    return np.minimum(np.abs(unit(u) @ unit(v)), 1)
