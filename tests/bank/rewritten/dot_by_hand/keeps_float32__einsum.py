import numpy as np


def dot_loop(u, v):
    if u.shape != v.shape:
        raise ValueError
    s = 0
    for i, entry in enumerate(u):
        s = s + entry * v[i]
    return s


def dot_vec(u, v):
    if u.shape != v.shape:
        raise ValueError
    return np.einsum("i,i->", u, v)
