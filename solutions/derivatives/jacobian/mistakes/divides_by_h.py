import numpy as np


def jacobian(f, x, h=None):
    x = np.array(x, dtype=float)
    start = np.array(f(x.copy()), dtype=float).reshape(-1)
    J = np.zeros((len(start), len(x)))
    for j in range(len(x)):
        step = h or 6e-6 * max(1, abs(x[j]))
        up, down = x.copy(), x.copy()
        up[j] += step
        down[j] -= step
        above = np.array(f(up), dtype=float).reshape(-1)
        J[:, j] = (above - np.array(f(down), dtype=float).reshape(-1)) / step
    return J
