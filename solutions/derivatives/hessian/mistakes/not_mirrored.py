import numpy as np


def hessian(f, x, h=None):
    n = len(x)
    E = np.diag(np.full(n, h) if h else 1e-4 * np.maximum(1, np.abs(x)))
    H = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            a, b = E[i], E[j]
            ahead = (f(x + a + b) - f(x + a)) / b[j]
            behind = (f(x - a) - f(x - a - b)) / b[j]
            middle = (f(x + b) - f(x)) / b[j], (f(x) - f(x - b)) / b[j]
            H[i, j] = ((ahead - middle[0]) + (middle[1] - behind)) / (2 * a[i])
    return H
