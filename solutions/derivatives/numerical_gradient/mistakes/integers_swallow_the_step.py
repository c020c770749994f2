import numpy as np


def numerical_gradient(f, x, h=None):
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        step = h or 6e-6 * max(1, abs(x[i]))
        up, down = x.copy(), x.copy()
        up[i] = x[i] + step
        down[i] = x[i] - step
        grad[i] = (f(up) - f(down)) / (2 * step)
    return grad
