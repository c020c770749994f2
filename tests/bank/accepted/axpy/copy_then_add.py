import numpy as np


def axpy(alpha, x, y):
    if x.shape != y.shape:
        raise ValueError(f"{x.shape} is not {y.shape}")
    result = np.array(y, dtype=float)
    result += alpha * x
    return result
