import numpy as np

EPS = np.finfo(float).eps ** (1 / 3)


def numerical_gradient(f, x, h=None):
    x = np.array(x, dtype=float)
    if x.ndim == 0:
        step = h or EPS * max(1.0, abs(float(x)))
        return np.array((f(x + step) - f(x - step)) / (2 * step))
    grad = np.zeros(x.shape)
    for i in range(len(x)):
        step = h or EPS * max(1.0, np.max(np.abs(x[i])))
        up, down = x.copy(), x.copy()
        up[i] += step
        down[i] -= step
        grad[i] = (f(up) - f(down)) / (2 * step)
    return grad
