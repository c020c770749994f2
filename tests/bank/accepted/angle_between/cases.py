import numpy as np


def angle_between(u, v):
    a = u / np.linalg.norm(u)
    b = v / np.linalg.norm(v)
    if a @ b >= 0:
        return 2 * np.arcsin(np.linalg.norm(b - a) / 2)
    return np.pi - 2 * np.arcsin(np.linalg.norm(a + b) / 2)
