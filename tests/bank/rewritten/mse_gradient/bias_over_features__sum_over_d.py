import numpy as np


def mse_and_grads(X, y, w, b):
    n, d = X.shape
    if y.shape != (n,):
        raise ValueError("y")
    prediction = np.zeros(n) + b
    for j in range(d):
        prediction = prediction + w[j] * X[:, j]
    error = prediction - y
    dw = np.array([2 * np.mean(error * X[:, j]) for j in range(d)])
    db = sum(dw) / d
    return np.mean(error**2), dw, db
