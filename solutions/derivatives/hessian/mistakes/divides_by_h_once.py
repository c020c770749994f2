import numpy as np


def hessian(f, x, h=None):
    n = len(x)
    E = np.diag(np.full(n, h) if h else 1e-4 * np.maximum(1, np.abs(x)))
    H = np.zeros((n, n))
    for i in range(n):
        for j in range(i, n):
            a, b = E[i], E[j]
            corners = f(x + a + b) - f(x + a - b) - f(x - a + b) + f(x - a - b)
            H[i, j] = H[j, i] = corners / (4 * a[i])
    return H
