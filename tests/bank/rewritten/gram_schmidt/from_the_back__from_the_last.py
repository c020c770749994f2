import numpy as np


def gram_schmidt(A):
    Q = np.zeros(A.shape)
    n = A.shape[1]
    for k in range(n - 1, -1, -1):
        w = A[:, k].astype(float)
        for j in range(k + 1, n):
            w = w - (w @ Q[:, j]) * Q[:, j]
        Q[:, k] = w / np.sqrt(w @ w)
    return Q
