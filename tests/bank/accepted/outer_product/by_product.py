import numpy as np


def outer(u, v):
    return np.atleast_2d(u).T @ np.atleast_2d(v)
