import numpy as np


def numerical_gradient(f, x, h=None):
    x = np.array(x, dtype=np.float64)  # my own copy, and no whole numbers any more
    gradient = np.zeros(x.shape)
    for place in np.ndindex(x.shape):
        step = h
        if h is None:
            step = np.cbrt(np.finfo(float).eps) * max(1.0, abs(x[place]))
        up, down = x.copy(), x.copy()
        up[place] += step
        down[place] -= step
        gradient[place] = (f(up) - f(down)) / (2 * step)
    return gradient
