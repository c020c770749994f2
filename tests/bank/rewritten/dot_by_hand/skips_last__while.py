import numpy as np


def dot_loop(u, v):
    if len(u) != len(v):
        raise ValueError("lengths")
    total, i = 0.0, 0
    while i < len(u) - 1:
        total += float(u[i]) * float(v[i])
        i += 1
    return total


def dot_vec(u, v):
    if len(u) != len(v):
        raise ValueError("lengths")
    return np.dot(u.astype(float), v.astype(float))
