import numpy as np


def project(v, u):
    if not u.any():
        raise ValueError("u is zero")
    c = np.linalg.lstsq(u[:, np.newaxis], v, rcond=None)[0]
    shadow = u * c
    return (shadow.tolist(), (v - shadow).tolist())
