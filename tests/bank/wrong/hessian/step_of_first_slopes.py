import numpy as np


def hessian(f, x, h=None) -> np.ndarray:
    x = np.array(x, dtype=float)
    n = len(x)
    if h is None:
        steps = np.finfo(float).eps ** (1 / 3) * np.maximum(1.0, np.abs(x))
    else:
        steps = np.full(n, float(h))
    E = np.diag(steps)
    H = np.empty((n, n))
    for i in range(n):
        for j in range(i, n):
            if i == j:
                d = (f(x + E[i]) - 2 * f(x) + f(x - E[i])) / steps[i] ** 2
            else:
                d = (
                    f(x + E[i] + E[j])
                    - f(x + E[i] - E[j])
                    - f(x - E[i] + E[j])
                    + f(x - E[i] - E[j])
                ) / (4 * steps[i] * steps[j])
            H[i, j] = H[j, i] = d
    return H
