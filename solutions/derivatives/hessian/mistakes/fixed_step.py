import numpy as np


def hessian(f, x, h=None):
    n = len(x)
    h = h or 1e-4
    E = h * np.eye(n)
    H = np.zeros((n, n))
    for i in range(n):
        for j in range(i, n):
            a, b = E[i], E[j]
            corners = f(x + a + b) - f(x + a - b) - f(x - a + b) + f(x - a - b)
            H[i, j] = H[j, i] = corners / (4 * h * h)
    return H
