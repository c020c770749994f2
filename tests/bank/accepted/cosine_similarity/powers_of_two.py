import numpy as np


def cosine_similarity(u, v):
    if not (np.any(u) and np.any(v)):
        return 0.0

    def everyday(x):
        return np.ldexp(x, -np.frexp(np.max(np.abs(x)))[1])

    u, v = everyday(u), everyday(v)
    return np.clip(np.dot(u, v) / np.sqrt(np.dot(u, u) * np.dot(v, v)), -1, 1)
