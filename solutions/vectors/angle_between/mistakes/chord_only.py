import numpy as np


def angle_between(u, v):
    a = u / np.linalg.norm(u)
    b = v / np.linalg.norm(v)
    return 2 * np.arcsin(np.minimum(np.linalg.norm(a - b) / 2, 1))
