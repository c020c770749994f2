import numpy as np


def project(v, u):
    if not np.any(u):
        raise ValueError("u is zero")
    shadow = v @ u * u
    return shadow, v - shadow
