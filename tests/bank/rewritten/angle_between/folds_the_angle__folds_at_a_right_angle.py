import numpy as np


def angle_between(u, v):
    a, b = u / np.linalg.norm(u), v / np.linalg.norm(v)
    t = 2 * np.arctan2(np.linalg.norm(a - b), np.linalg.norm(a + b))
    return float(min(t, np.pi - t))
