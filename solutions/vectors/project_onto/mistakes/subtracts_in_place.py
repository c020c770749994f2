import numpy as np


def project(v, u):
    if not np.any(u):
        raise ValueError("u is zero")
    shadow = v @ u / (u @ u) * u
    v -= shadow
    return shadow, v
