import numpy as np


def gram_schmidt(A):
    Q = np.zeros(A.shape)
    n = A.shape[1]
    for k in reversed(range(n)):
        w = A[:, k].copy()
        for j in range(k + 1, n):
            w -= (w @ Q[:, j]) * Q[:, j]
        Q[:, k] = w / np.sqrt(w @ w)
    return Q
