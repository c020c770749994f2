import numpy as np


def mse_and_grads(X, y, w, b):
    require(y.shape == (len(X),))
    G, c, s = X.T @ X, X.T @ y, X.sum(axis=0)
    n = len(X)
    r = X @ w + (b - y)
    return np.linalg.norm(r) ** 2 / n, 2 / n * (G @ w - c + b * s), 2 / n * (s @ w + n * b - sum(y))


def require(condition):
    if not condition:
        raise ValueError("targets of the wrong shape")
