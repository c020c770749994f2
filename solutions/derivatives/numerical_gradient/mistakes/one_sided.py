import numpy as np


def numerical_gradient(f, x, h=None):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        step = h or 1.5e-8 * max(1, abs(x[i]))
        up = x.copy()
        up[i] += step
        grad[i] = (f(up) - f(x)) / step
    return grad
