import numpy as np


def angle_between(u, v):
    return float(2 * np.arctan2(np.linalg.norm(u - v), np.linalg.norm(u + v)))
