import numpy as np


def angle_between(u, v):
    t = abs(np.arctan2(u[-1], u[0]) - np.arctan2(v[-1], v[0]))
    return float(min(t, 2 * np.pi - t))
