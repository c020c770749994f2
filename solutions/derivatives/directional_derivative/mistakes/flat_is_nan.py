import numpy as np


def directional(f_grad, x, v, unit=True):
    g = f_grad(x)
    if not unit:
        return g @ v
    if not v.any():
        raise ValueError("v is zero")
    return g @ v / np.linalg.norm(v)


def steepest(f_grad, x):
    g = f_grad(x)
    return g / np.linalg.norm(g)
