import numpy as np


def dot_loop(u, v):
    if len(u) != len(v):
        raise ValueError
    s = 0.0
    for i in range(len(u)):
        s += float(u[i]) * float(v[i])
    return s


def dot_vec(u, v):
    products = np.multiply(np.float64(u), np.float64(v))
    return np.add.reduce(products)
