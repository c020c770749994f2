import numpy as np


def project(v, u):
    if not np.any(u):
        return np.zeros(len(v)), v.copy()
    s = v @ u / (u @ u) * u
    return s, v - s
