import numpy as np


def angle_between(u, v):
    c = u @ v / (np.linalg.norm(u) * np.linalg.norm(v))
    return np.clip(c, -1, 1)
