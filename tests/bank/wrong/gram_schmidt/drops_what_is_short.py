import numpy as np


def gram_schmidt(A):
    Q = np.zeros(A.shape)
    for k in range(A.shape[1]):
        w = A[:, k].astype(float)
        for j in range(k):
            w = w - (w @ Q[:, j]) * Q[:, j]
        length = np.sqrt(w @ w)
        Q[:, k] = w / length if length > 1e-6 else 0
    return Q
