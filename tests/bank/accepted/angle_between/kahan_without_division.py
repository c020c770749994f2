import numpy as np


def angle_between(u, v):
    u = u / np.abs(u).max()
    v = v / np.abs(v).max()
    p = u * np.linalg.norm(v)
    q = v * np.linalg.norm(u)
    return 2 * np.arctan2(np.linalg.norm(p - q), np.linalg.norm(p + q))
