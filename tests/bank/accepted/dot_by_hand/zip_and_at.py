import numpy as np


def dot_loop(u, v):
    if u.shape != v.shape:
        raise ValueError("lengths")
    return sum(float(a) * float(b) for a, b in zip(u, v))  # as a student writes it


def dot_vec(u, v):
    if u.shape != v.shape:
        raise ValueError("lengths")
    return u.astype(float) @ v.astype(np.float64)
