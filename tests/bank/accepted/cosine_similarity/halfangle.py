import numpy as np


def cosine_similarity(u, v):
    a, b = np.abs(u).max(), np.abs(v).max()
    if a == 0 or b == 0:
        return 0
    u, v = u / a, v / b
    u, v = u / np.linalg.norm(u), v / np.linalg.norm(v)
    return np.cos(2 * np.arctan2(np.linalg.norm(u - v), np.linalg.norm(u + v)))
