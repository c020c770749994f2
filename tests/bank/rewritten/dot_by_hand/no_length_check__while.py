import numpy as np


def dot_loop(u, v) -> float:
    i, s = 0, 0.0
    while i != len(u):
        s = float(v[i]) * float(u[i]) + s
        i += 1
    return s


def dot_vec(u, v) -> float:
    if u.shape[0] != v.shape[0]:
        raise ValueError("not the same length")
    return float(np.einsum("k,k->", u.astype(float), v.astype(float)))
