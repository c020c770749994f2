import numpy as np


def project(v, u):
    s = np.abs(u).max()
    if s == 0:
        raise ValueError("zero u")
    w = u / s
    M = np.outer(w, w) / np.inner(w, w)
    return [M @ v, (np.eye(len(v)) - M) @ v]
