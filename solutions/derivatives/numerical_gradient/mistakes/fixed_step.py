import numpy as np


def numerical_gradient(f, x, h=6e-6):
    h = 6e-6 if h is None else h
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = h
        grad[i] = (f(x + e) - f(x - e)) / (2 * h)
    return grad
