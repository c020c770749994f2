import numpy as np


def mse_and_grads(X, y, w, b):
    if y.ndim != 1 or len(y) != len(X):
        raise ValueError("y has the wrong shape")
    error = np.einsum("ij,j->i", X, w) + b - y
    return np.square(error).mean(), np.einsum("i,ij->j", 2 * error, X), (2 * error).sum()
