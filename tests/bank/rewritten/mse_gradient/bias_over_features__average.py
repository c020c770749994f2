import numpy as np


def mse_and_grads(X, y, w, b):
    if y.shape != (len(X),):
        raise ValueError("y")
    error = X.dot(w) + b - y
    grad = 2 * (error @ X) / len(error)
    return np.average(np.square(error)), grad, np.average(grad)
