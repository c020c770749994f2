import numpy as np


def cosine_similarity(u, v):
    if not u.any() or not v.any():
        return 0.0
    u = u / np.max(np.abs(u))
    v = v / np.max(np.abs(v))
    return np.clip(u @ v / (np.sum(u**2) * np.sum(v**2)), -1, 1)
