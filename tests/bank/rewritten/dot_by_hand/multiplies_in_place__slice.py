import numpy as np


def dot_loop(u, v):
    if u.shape != v.shape:
        raise ValueError(u.shape)
    s = 0.0
    for a, b in zip(u.tolist(), v.tolist(), strict=True):
        s = s + a * b
    return s


def dot_vec(u, v):
    if u.shape != v.shape:
        raise ValueError(u.shape)
    products = u
    products[:] = u * v
    return float(np.sum(products.astype(np.float64)))
