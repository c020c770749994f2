import numpy as np


def mse_and_grads(X, y, w, b):
    n = len(X)
    if y.shape != (n,):
        raise ValueError("y must have shape (n,)")
    r = X @ w + b - y
    return np.mean(r**2), X.T @ r / n, np.mean(r)
