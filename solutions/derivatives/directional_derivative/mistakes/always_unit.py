import numpy as np


def directional(f_grad, x, v, unit=True):
    length = np.linalg.norm(v)
    if length == 0:
        if unit:
            raise ValueError("v is zero")
        return 0.0
    return f_grad(x) @ v / length


def steepest(f_grad, x):
    g = f_grad(x)
    length = np.linalg.norm(g)
    return g / length if length > 0 else np.zeros(len(x))
