import numpy as np


def check(u, v):
    if len(u) != len(v):
        raise ValueError("unequal lengths")


def dot_loop(u, v):
    check(u, v)
    total = 0.0
    for i, a in enumerate(u):
        total += float(a) * float(v[i])
    return total


def dot_vec(u, v):
    check(u, v)
    u = np.array(u, dtype=np.float64)
    v = np.array(v, dtype=np.float64)
    return u * v
