import numpy as np


def numerical_gradient(f, x, h=None):
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        h = 6e-6 * max(1, abs(x[i]))
        e = np.zeros(x.shape)
        e[i] = h
        grad[i] = (f(x + e) - f(x - e)) / (2 * h)
    return grad
