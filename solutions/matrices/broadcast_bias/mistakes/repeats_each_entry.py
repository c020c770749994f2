import numpy as np


def add_bias(Z, b):
    n, m = Z.shape
    if b.shape != (m,):
        raise ValueError("wrong shape")
    return Z + np.repeat(b, n).reshape(n, m)
