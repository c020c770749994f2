import numpy as np


def directional(f_grad, x, v, unit=True):
    g = f_grad(x)
    if unit:
        length = np.linalg.norm(v)
        if length < 1e-12:
            raise ValueError("v is zero")
        v = v / length
    return float(g @ v)


def steepest(f_grad, x):
    g = f_grad(x)
    length = np.linalg.norm(g)
    if length < 1e-12:
        return np.zeros_like(g)
    return g / length
