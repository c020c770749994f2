import numpy as np


def angle_between(u, v):
    a = u / np.linalg.norm(u)
    b = v / np.linalg.norm(v)
    return np.arctan2(np.linalg.norm(a - b), np.linalg.norm(a + b))
