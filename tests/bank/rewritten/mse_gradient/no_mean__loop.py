import numpy as np


def mse_and_grads(X, y, w, b):
    n, d = X.shape
    if y.shape != (n,):
        raise ValueError(f"bad shape {y.shape}")
    loss = 0.0
    dw = np.zeros(d)
    db = 0.0
    for i in range(n):
        error = np.dot(X[i], w) + b - y[i]
        loss += error**2 / n
        dw += 2 * error * X[i]
        db += 2 * error
    return loss, dw, db
