import numpy as np


def grad_quadratic(A, b, x):
    g = np.array(b, dtype=float)
    for k in range(len(x)):
        for j in range(len(x)):
            if j == k:
                g[k] += 2 * A[k, k] * x[k]
            else:
                g[k] += (A[k, j] + A[j, k]) / 2 * x[j]
    return g
