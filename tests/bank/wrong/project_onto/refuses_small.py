import numpy as np


def project(v, u):
    if np.allclose(u, 0):
        raise ValueError
    s = v @ u / (u @ u) * u
    return s, v - s
