import numpy as np


def directional(f_grad, x, v, unit=True):
    if unit and not v.any():
        raise ValueError("v is zero")
    return f_grad(x) @ v


def steepest(f_grad, x):
    g = f_grad(x)
    length = np.linalg.norm(g)
    return g / length if length > 0 else np.zeros(len(x))
