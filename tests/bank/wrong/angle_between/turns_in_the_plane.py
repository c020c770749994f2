import numpy as np


def angle_between(u, v):
    if len(u) == 2:
        t = np.arctan2(u[0] * v[1] - u[1] * v[0], u @ v)
        return float(t)
    a, b = u / np.linalg.norm(u), v / np.linalg.norm(v)
    return float(2 * np.arctan2(np.linalg.norm(a - b), np.linalg.norm(a + b)))
