import numpy as np


def cosine_similarity(u, v):
    if not np.any(u) or not np.any(v):
        return 0.0
    u, v = u / np.abs(u).max(), v / np.abs(v).max()
    return float(min(1.0, abs(u @ v) / (np.linalg.norm(u) * np.linalg.norm(v))))
