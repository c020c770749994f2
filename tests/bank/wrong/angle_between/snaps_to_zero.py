import numpy as np


def angle_between(u, v):
    a, b = u / np.linalg.norm(u), v / np.linalg.norm(v)
    if np.allclose(a, b):
        return 0.0
    if np.allclose(a, -b):
        return float(np.pi)
    return float(2 * np.arctan2(np.linalg.norm(a - b), np.linalg.norm(a + b)))
