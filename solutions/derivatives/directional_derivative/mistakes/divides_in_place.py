import numpy as np


def directional(f_grad, x, v, unit=True):
    if unit:
        if not v.any():
            raise ValueError("v is zero")
        v /= np.linalg.norm(v)
    return f_grad(x) @ v


def steepest(f_grad, x):
    g = f_grad(x)
    if g.any():
        g /= np.linalg.norm(g)
    return g
