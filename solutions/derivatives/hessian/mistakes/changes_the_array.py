import numpy as np


def hessian(f, x, h=None):
    if x.dtype.kind != "f":
        x = x.astype(float)
    n = len(x)
    steps = np.full(n, h) if h else 1e-4 * np.maximum(1, np.abs(x))

    def at(i, s, j, t):
        x[i] += s * steps[i]
        x[j] += t * steps[j]
        value = f(x)
        x[i] -= s * steps[i]
        x[j] -= t * steps[j]
        return value

    H = np.zeros((n, n))
    for i in range(n):
        for j in range(i, n):
            corners = at(i, 1, j, 1) - at(i, 1, j, -1) - at(i, -1, j, 1) + at(i, -1, j, -1)
            H[i, j] = H[j, i] = corners / (4 * steps[i] * steps[j])
    x += 1e-13
    return H
