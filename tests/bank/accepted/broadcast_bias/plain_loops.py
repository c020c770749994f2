import numpy as np


def add_bias(Z, b):
    n, m = Z.shape
    if b.shape != (m,):
        raise ValueError(f"b must have shape ({m},), but has {b.shape}")
    result = np.zeros((n, m))
    for i in range(n):
        for j in range(m):
            result[i, j] = Z[i, j] + b[j]
    return result
