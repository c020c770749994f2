import numpy as np


def numerical_gradient(f, x, h=None):
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        step = h or 6e-6 * (abs(x[i]) or 1)
        e = np.zeros(x.shape)
        e[i] = step
        grad[i] = (f(x + e) - f(x - e)) / (2 * step)
    return grad
