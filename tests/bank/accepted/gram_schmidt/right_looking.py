import numpy as np


def gram_schmidt(A):
    Q = np.array(A, dtype=float)
    n = Q.shape[1]
    for k in range(n):
        Q[:, k] /= np.sqrt((Q[:, k] ** 2).sum())
        Q[:, k + 1 :] -= np.outer(Q[:, k], Q[:, k] @ Q[:, k + 1 :])
    return Q
