import numpy as np


def project(v, u):
    if not np.any(u):
        raise ValueError
    s = np.clip(v @ u / (u @ u), 0, 1) * u
    return s, v - s
