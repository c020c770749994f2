import numpy as np


def mse_and_grads(X, y, w, b):
    n = X.shape[0]
    if y.shape != (n,):
        raise ValueError
    diff = np.dot(X, w) + b - y
    dw = [float(np.dot(diff, X[:, j])) / n for j in range(X.shape[1])]
    return float(np.dot(diff, diff) / n), np.array(dw), float(sum(diff) / n)
