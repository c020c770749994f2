import numpy as np


def project(v, u):
    if not np.all(u):
        raise ValueError
    s = v @ u / (u @ u) * u
    return s, v - s
