import numpy as np


def numerical_gradient(f, x, h=None):
    if x.dtype.kind != "f":
        x = x.astype(float)
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        step = h or 1e-4 * max(1, abs(x[i]))
        x[i] += step
        above = f(x)
        x[i] -= 2 * step
        below = f(x)
        grad[i] = (above - below) / (2 * step)
    return grad
