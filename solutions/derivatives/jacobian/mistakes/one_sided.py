import numpy as np


def jacobian(f, x, h=None):
    x = np.array(x, dtype=float)
    start = np.array(f(x.copy()), dtype=float).reshape(-1)
    J = np.zeros((len(start), len(x)))
    for j in range(len(x)):
        step = h or 1.5e-8 * max(1, abs(x[j]))
        up = x.copy()
        up[j] += step
        J[:, j] = (np.array(f(up), dtype=float).reshape(-1) - start) / step
    return J
