import numpy as np


def dot_loop(u, v):
    if len(u) > len(v):
        raise ValueError
    return sum(float(u[i]) * float(v[i]) for i in range(len(u)))


def dot_vec(u, v):
    if len(u) != len(v):
        raise ValueError
    return float(np.dot(u.astype(float), v.astype(float)))
