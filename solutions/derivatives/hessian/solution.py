import numpy as np


def hessian(f, x, h=None) -> np.ndarray:
    x = np.array(x, dtype=float)
    n = len(x)
    chosen = np.finfo(float).eps ** 0.25 * np.maximum(1, np.abs(x))
    nudges = np.diag(chosen if h is None else np.full(n, h))
    H = np.zeros((n, n))
    for i, a in enumerate(nudges):
        H[i, i] = (f(x + a) - 2 * f(x) + f(x - a)) / a[i] ** 2
        for j in range(i):
            b = nudges[j]
            corners = f(x + a + b) - f(x + a - b) - f(x - a + b) + f(x - a - b)
            H[i, j] = H[j, i] = corners / (4 * a[i] * b[j])
    return H
