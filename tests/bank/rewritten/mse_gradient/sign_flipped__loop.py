import numpy as np


def mse_and_grads(X, y, w, b):
    n = len(X)
    if np.shape(y) != (n,):
        raise ValueError("shape of y")
    loss, dw, db = 0, np.zeros(w.shape), 0
    for x, target in zip(X, y, strict=True):
        residual = target - (x @ w + b)
        loss = loss + residual * residual / n
        dw = dw + 2 * residual * x / n
        db = db + 2 * residual / n
    return loss, dw, db
