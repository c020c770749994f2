import numpy as np


def angle_between(u, v):
    a = u / np.linalg.norm(u)
    b = v / np.linalg.norm(v)
    t = 2 * np.arctan2(np.linalg.norm(a - b), np.linalg.norm(a + b))
    return min(t, np.pi - t)
