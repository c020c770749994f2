import numpy as np


def axpy(alpha, x, y):
    if x.shape != y.shape:
        raise ValueError
    return np.add(np.multiply(x, alpha), y).tolist()
