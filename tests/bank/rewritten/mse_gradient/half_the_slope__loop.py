import numpy as np


def mse_and_grads(X, y, w, b):
    n, d = X.shape
    if y.shape != (n,):
        raise ValueError("y")
    loss, dw, db = 0.0, np.zeros(d), 0.0
    for x, t in zip(X, y):
        e = sum(x * w) + b - t
        loss += e * e
        dw += e * x
        db += e
    return loss / n, dw / n, db / n
