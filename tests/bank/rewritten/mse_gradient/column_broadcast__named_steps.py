import numpy as np


def mse_and_grads(X, y, w, b):
    prediction = np.dot(X, w) + b
    error = prediction - y
    loss = (error**2).mean()
    dw = 2 * np.dot(X.T, error) / X.shape[0]
    db = 2 * error.mean()
    return loss, dw, db
