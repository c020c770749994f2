import numpy as np


def mse_and_grads(X, y, w, b):
    n = X.shape[0]
    r = np.subtract(X @ w + b, y)
    loss = np.sum(np.square(r)) / n
    dw = 2 * (r @ X) / n
    db = 2 * np.sum(r) / n
    return float(loss), dw, float(db)
