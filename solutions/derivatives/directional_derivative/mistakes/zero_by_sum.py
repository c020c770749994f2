import numpy as np


def directional(f_grad, x, v, unit=True):
    if unit:
        if v.sum() == 0:
            raise ValueError("v is zero")
        v = v / np.linalg.norm(v)
    return f_grad(x) @ v


def steepest(f_grad, x):
    g = f_grad(x)
    if g.sum() == 0:
        return np.zeros(len(x))
    return g / np.linalg.norm(g)
