import numpy as np


def dot_loop(u, v):
    if len(u) != len(v):
        raise ValueError
    return float((u.astype(float) * v.astype(float)).sum())


def dot_vec(u, v):
    if len(u) != len(v):
        raise ValueError
    return float(np.dot(u.astype(float), v.astype(float)))
