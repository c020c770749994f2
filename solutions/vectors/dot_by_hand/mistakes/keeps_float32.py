import numpy as np


def dot_loop(u, v):
    if len(u) != len(v):
        raise ValueError("lengths differ")
    total = 0.0
    for i in range(len(u)):
        total += u[i] * v[i]
    return total


def dot_vec(u, v):
    return np.dot(u, v)
