import numpy as np


def project(v, u):
    if not np.any(u):
        raise ValueError("u is zero")
    c = v @ u / (u @ u)
    return c, v - c * u
