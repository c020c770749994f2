import numpy as np

LENGTHS = 0  # 1: lengths are compared, but not shapes
CONSTANTS = {"LENGTHS": (1,)}


def mse_and_grads(X, y, w, b):
    n = len(X)
    if LENGTHS and len(y) != n:
        raise ValueError("y must have one entry for each example")
    r = X @ w + b - y
    return np.mean(r**2), 2 / n * X.T @ r, 2 * np.mean(r)
