import numpy as np


def dot_loop(u, v):
    if len(u) != len(v):
        raise ValueError("not the same")
    i = len(u) - 2
    total = 0.0
    while i >= 0:
        total += float(u[i]) * float(v[i])
        i -= 1
    return total


def dot_vec(u, v):
    if len(u) != len(v):
        raise ValueError("not the same")
    return np.vdot(u.astype(np.float64), v.astype(np.float64))
