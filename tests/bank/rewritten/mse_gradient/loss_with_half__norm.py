import numpy as np


def mse_and_grads(X, y, w, b):
    n = y.size
    if y.shape != (X.shape[0],):
        raise ValueError("shape")
    r = np.matmul(X, w) + b - y
    loss = 1 / (2 * n) * np.linalg.norm(r) ** 2
    return loss, 1 / n * np.matmul(r, X), 1 / n * np.sum(r)
