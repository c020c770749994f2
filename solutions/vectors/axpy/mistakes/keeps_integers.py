import numpy as np


def axpy(alpha, x, y):
    if x.shape != y.shape:
        raise ValueError("the shapes differ")
    result = np.empty_like(y)
    result[...] = alpha * x + y
    return result
