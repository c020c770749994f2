import numpy as np


def dot_loop(u, v):
    if np.shape(u) != np.shape(v):
        raise ValueError("not the same length")
    total = u[0] * v[0]
    i = 1
    while i < len(u):
        total += u[i] * v[i]
        i += 1
    return total


def dot_vec(u, v):
    if np.shape(u) != np.shape(v):
        raise ValueError("not the same length")
    return np.sum(u * v)
