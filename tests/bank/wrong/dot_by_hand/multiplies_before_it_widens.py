import numpy as np


def dot_loop(u, v):
    if len(u) != len(v):
        raise ValueError
    total = 0.0
    for a, b in zip(u, v, strict=True):
        total += float(a * b)
    return total


def dot_vec(u, v):
    if len(u) != len(v):
        raise ValueError
    return float(np.dot(u.astype(float), v.astype(float)))
