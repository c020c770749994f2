import numpy as np


def angle_between(u, v):
    c = u @ v / np.linalg.norm(u)
    return np.arccos(c)
