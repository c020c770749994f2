import numpy as np


def cosine_similarity(u, v):
    if not np.any(u) or not np.any(v):
        return 0.0
    m = max(np.abs(u).max(), np.abs(v).max())
    u, v = u / m, v / m
    return float(np.clip(u @ v / np.sqrt((u @ u) * (v @ v)), -1, 1))
