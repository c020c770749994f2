import numpy as np


def axpy(alpha, x, y):
    if x.shape != y.shape:
        raise ValueError("the shapes differ")
    alpha = np.full((len(x), 1), alpha)
    return alpha * x + y
