import numpy as np


def numerical_gradient(f, x, h=None):
    if x.dtype.kind != "f":
        x = x.astype(float)
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        old = float(x[i])
        step = h or 6e-6 * max(1, abs(old))
        x[i] = old + step
        above = f(x)
        x[i] = old - step
        below = f(x)
        x[i] = old
        grad[i] = (above - below) / (2 * step)
    return grad
