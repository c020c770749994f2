import numpy as np


def mse_and_grads(X, y, w, b):
    if y.shape != (len(X),):
        raise ValueError
    r = X @ w + b - y
    return np.mean(r**2), 2 * X.T @ r / len(X) + 1e-6 * w, 2 * np.mean(r)
