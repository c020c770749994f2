import numpy as np


def dot_loop(u, v):
    if len(u) != len(v):
        raise ValueError("u and v must have the same length")
    total = 0.0
    for a, b in zip(u, v):
        total += float(a) * float(b)
    return total


def dot_vec(u, v):
    if len(u) != len(v):
        raise ValueError("u and v must have the same length")
    return float(np.dot(np.asarray(u, dtype=np.float64), np.asarray(v, dtype=np.float64)))
