import numpy as np


def jacobian(f, x, h=None):
    h = h or 1e-5
    m = np.size(f(np.array(x, dtype=float)))
    J = np.zeros((m, len(x)))
    for i in range(m):
        for j in range(len(x)):
            e = np.zeros(len(x))
            e[j] = h
            J[i, j] = np.sum(np.array(f(x + e)) - np.array(f(x - e))) / (2 * h)
    return J
