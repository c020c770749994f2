import numpy as np


def hessian(f, x, h=None):
    x = np.array(x, dtype=float)
    n = x.size
    if h is None:
        step = 1.2e-4 * np.maximum(1.0, np.abs(x))
    else:
        step = np.full(n, float(h))

    def at(*moves):
        """f at x, moved by whole numbers of steps: pairs (entry, how many)."""
        p = x.copy()
        for j, times in moves:
            p[j] = p[j] + times * step[j]
        return float(f(p))

    middle = at()
    up = [at((j, +1)) for j in range(n)]
    down = [at((j, -1)) for j in range(n)]

    H = np.zeros((n, n))
    for i in range(n):
        H[i, i] = (up[i] - 2 * middle + down[i]) / step[i] ** 2
        for j in range(i):
            both = at((i, +1), (j, +1)) + at((i, -1), (j, -1))
            rise = both - up[i] - up[j] + 2 * middle - down[i] - down[j]
            H[i, j] = H[j, i] = rise / (2 * step[i] * step[j])
    return H
