import numpy as np


def dot_loop(u, v):
    total = 0.0
    for i in range(len(u)):
        total += float(u[i]) * float(v[i])
    return total


def dot_vec(u, v):
    if len(u) != len(v):
        raise ValueError("lengths differ")
    return np.dot(u.astype(float), v.astype(float))
