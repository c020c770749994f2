import numpy as np


def gram_schmidt(A):
    Q = A.astype(float)
    for k in range(Q.shape[1]):
        Q[:, k] /= np.sqrt(np.sum(Q[:, k] ** 2))
        Q[:, k + 1 :] -= np.outer(Q[:, k], Q[:, k] @ Q[:, k + 1 :])
    return Q
