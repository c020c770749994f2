import numpy as np


def outer(u, v):
    a, b = np.zeros(3), np.zeros(3)
    a[: len(u)] = u
    b[: len(v)] = v
    return np.cross(a, b)
