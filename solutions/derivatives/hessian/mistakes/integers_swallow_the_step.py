import numpy as np


def hessian(f, x, h=None):
    n = len(x)
    steps = np.full(n, h) if h else 1e-4 * np.maximum(1, np.abs(x))

    def at(i, s, j, t):
        y = x.copy()
        y[i] = y[i] + s * steps[i]
        y[j] = y[j] + t * steps[j]
        return f(y)

    H = np.zeros((n, n))
    for i in range(n):
        for j in range(i, n):
            corners = at(i, 1, j, 1) - at(i, 1, j, -1) - at(i, -1, j, 1) + at(i, -1, j, -1)
            H[i, j] = H[j, i] = corners / (4 * steps[i] * steps[j])
    return H
