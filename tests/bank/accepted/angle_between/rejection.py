import numpy as np


def angle_between(u, v):
    a = u / np.linalg.norm(u)
    b = v / np.linalg.norm(v)
    c = a @ b
    across = b - c * a
    return np.arctan2(np.linalg.norm(across), c)
