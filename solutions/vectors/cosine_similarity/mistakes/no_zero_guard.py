import numpy as np


def unit(x):
    m = np.max(np.abs(x))
    return x / m / np.linalg.norm(x / m)


def cosine_similarity(u, v):
    return np.clip(unit(u) @ unit(v), -1, 1)
