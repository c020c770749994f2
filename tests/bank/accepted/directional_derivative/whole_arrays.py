import numpy as np


def directional(f_grad, x, v, unit=True):
    if unit and not np.any(v):
        raise ValueError("the zero vector has no direction")
    g = np.array(f_grad(x.copy()))
    if unit:
        v = v / np.sqrt(np.sum(v * v))
    return np.sum(g * v)


def steepest(f_grad, x):
    g = np.array(f_grad(x.copy()))  # my own copy
    length = np.sqrt(np.sum(g * g))
    return g / length if length > 0 else np.zeros_like(g)
