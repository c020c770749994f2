import numpy as np


def outer(u, v):
    first = u[0] * v
    return np.array([first * (a / u[0]) for a in u])
