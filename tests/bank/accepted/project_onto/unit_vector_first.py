import numpy as np


def project(v, u):
    if not np.any(u):
        raise ValueError("no line")
    e = u / np.linalg.norm(u)
    shadow = np.dot(e, v) * e
    return shadow, v - shadow
