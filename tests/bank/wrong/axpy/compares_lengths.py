import numpy as np


def axpy(alpha, x, y):
    if np.size(x) and np.ndim(x) and len(x) != len(y):
        raise ValueError
    return alpha * x + y
