import numpy as np

SMALL = 1e-12
CONSTANTS = {"SMALL": (1e-16, 1e-15, 1e-14, 1e-10, 1e-9, 1e-8)}


def directional(f_grad, x, v, unit=True):
    g = f_grad(x)
    if not unit:
        return g @ v
    if not v.any():
        raise ValueError("v is zero")
    return g @ v / np.linalg.norm(v)


def steepest(f_grad, x):
    g = f_grad(x)
    length = np.linalg.norm(g)
    if length < SMALL:
        return np.zeros(len(x))
    return g / length
