import numpy as np


def gram_schmidt(A):
    Q = np.zeros(A.shape)
    for k in range(A.shape[1]):
        w = A[:, k].copy()
        for j in range(k):
            a = A[:, j]
            w -= (w @ a) / (a @ a) * a
        Q[:, k] = w / np.sqrt(w @ w)
    return Q
