import numpy as np


def mse_and_grads(X, y, w, b):
    n = len(X)
    if y.shape != (n,):
        raise ValueError("y must have shape (n,)")
    r = y - (X @ w + b)
    return np.mean(r**2), 2 / n * X.T @ r, 2 * np.mean(r)
