import numpy as np


def directional(f_grad, x, v, unit=True):
    g = f_grad(x)
    if unit and np.linalg.norm(v) < 1e-10:
        raise ValueError("zero")
    if unit:
        v = v / np.sum(np.abs(v))
    return np.dot(g, v)


def steepest(f_grad, x):
    g = f_grad(x)
    n = np.linalg.norm(g)
    if n == 0:
        return g
    return g / n
