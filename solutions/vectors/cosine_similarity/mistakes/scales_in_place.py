import numpy as np


def cosine_similarity(u, v):
    if not u.any() or not v.any():
        return 0.0
    u /= np.max(np.abs(u))
    v /= np.max(np.abs(v))
    return np.clip(u @ v / (np.linalg.norm(u) * np.linalg.norm(v)), -1, 1)
