import numpy as np


def cosine_similarity(u, v):
    if not np.any(u) or not np.any(v):
        return 0.0
    u /= np.abs(u).max()
    v /= np.abs(v).max()
    return float(np.clip(u @ v / (np.linalg.norm(u) * np.linalg.norm(v)), -1, 1))
