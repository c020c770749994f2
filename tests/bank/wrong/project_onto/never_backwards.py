import numpy as np


def project(v, u):
    if not np.any(u):
        raise ValueError
    s = abs(v @ u) / (u @ u) * u
    return s, v - s
