import numpy as np


def angle_between(u, v):
    a, b = u / np.linalg.norm(u), v / np.linalg.norm(v)
    return float(2 * np.arcsin(min(1.0, np.linalg.norm(a - b) / 2)))
