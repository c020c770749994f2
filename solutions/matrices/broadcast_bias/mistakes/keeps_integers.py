import numpy as np


def add_bias(Z, b):
    if b.shape != (Z.shape[1],):
        raise ValueError("wrong shape")
    Y = np.zeros_like(Z)
    for i in range(len(Z)):
        Y[i] = Z[i] + b
    return Y
