import numpy as np


def mse_and_grads(X, y, w, b):
    if y.ndim != 1 or len(y) != len(X):
        raise ValueError("wrong shape of y")
    error = X.dot(w) + b - y
    loss = (error ** 2).sum() / len(y)
    dw = 2 * error @ X / len(y)
    db = 2 * error.sum() / len(y)
    return loss, dw, db
