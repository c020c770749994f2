import numpy as np


def gram_schmidt(A):
    Q = np.zeros(A.shape)
    for k in range(A.shape[1]):
        w = A[:, k].astype(float)
        if k:
            w = w - (w @ Q[:, 0]) * Q[:, 0]
        Q[:, k] = w / np.sqrt(w @ w)
    return Q
