import operator

import numpy as np


def dot_loop(u, v):
    total = 0.0
    for product in map(operator.mul, u.tolist(), v.tolist()):
        total += product
    return total


def dot_vec(u, v):
    if np.shape(u) != np.shape(v):
        raise ValueError("u and v differ")
    return float(np.tensordot(u.astype(float), v.astype(float), 1))
