import numpy as np


def dot_loop(u, v):
    if len(u) != len(v):
        raise ValueError("lengths")
    total = 0.0
    for i in range(len(u)):
        total += float(u[i]) * float(v[i])
    return total


def dot_vec(u, v):
    if len(u) != len(v):
        raise ValueError("lengths")
    products = np.zeros(len(u))
    for i in range(len(u)):
        products[i] = float(u[i]) * float(v[i])
    return np.sum(products)
