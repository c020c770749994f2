import numpy as np

EPSILON = 1e-12
CONSTANTS = {"EPSILON": (1e-16, 1e-15, 1e-10)}


def directional(f_grad, x, v, unit=True):
    g = f_grad(x)
    if not unit:
        return g @ v
    if not v.any():
        raise ValueError("v is zero")
    return g @ v / (np.linalg.norm(v) + EPSILON)


def steepest(f_grad, x):
    g = f_grad(x)
    return g / (np.linalg.norm(g) + EPSILON)
