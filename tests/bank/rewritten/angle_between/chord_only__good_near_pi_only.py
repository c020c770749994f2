import numpy as np


def angle_between(u, v):
    a, b = u / np.linalg.norm(u), v / np.linalg.norm(v)
    return float(2 * np.arccos(min(1.0, np.linalg.norm(a - b) / 2)) * -1 + np.pi)
