import numpy as np


def hessian(f, x, h=None):
    n = len(x)
    E = np.diag(np.full(n, h) if h else 1e-4 * np.maximum(1, np.abs(x)))
    H = np.zeros((n, n))
    for i in range(n):
        H[i, i] = (f(x + E[i]) - f(x) + f(x - E[i])) / E[i, i] ** 2
        for j in range(i):
            a, b = E[i], E[j]
            corners = f(x + a + b) - f(x + a - b) - f(x - a + b) + f(x - a - b)
            H[i, j] = H[j, i] = corners / (4 * a[i] * b[j])
    return H
