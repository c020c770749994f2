import numpy as np


def project(v, u):
    if not np.any(u):
        raise ValueError("u is zero")
    if not np.any(v):
        return np.zeros(len(v)), np.zeros(len(v))
    shadow = v @ u / (v @ v) * v
    return shadow, u - shadow
