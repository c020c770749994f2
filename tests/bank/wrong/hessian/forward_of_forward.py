import numpy as np


def hessian(f, x, h=None):
    h = h or 1e-5
    n = len(x)
    H = np.zeros((n, n))
    I = np.eye(n) * h
    for i in range(n):
        for j in range(n):
            H[i, j] = (f(x + I[i] + I[j]) - f(x + I[i]) - f(x + I[j]) + f(x)) / h**2
    return H
