import numpy as np


def numerical_gradient(f, x, h=None):
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        step = h or 1e-12 * max(1, abs(x[i]))
        e = np.zeros(x.shape)
        e[i] = step
        grad[i] = (f(x + e) - f(x - e)) / (2 * step)
    return grad
