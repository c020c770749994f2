import numpy as np


def dot_loop(u, v):
    if len(u) != len(v):
        raise ValueError
    return float(sum(int(a) * int(b) for a, b in zip(u, v, strict=True)))


def dot_vec(u, v):
    if len(u) != len(v):
        raise ValueError
    return float(np.dot(u.astype(float), v.astype(float)))
