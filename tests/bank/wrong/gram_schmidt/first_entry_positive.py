import numpy as np


def gram_schmidt(A):
    Q = np.zeros(A.shape)
    for k in range(A.shape[1]):
        w = A[:, k].astype(float)
        for j in range(k):
            w = w - (w @ Q[:, j]) * Q[:, j]
        Q[:, k] = w / np.sqrt(w @ w)
        if Q[np.argmax(Q[:, k] != 0), k] < 0:
            Q[:, k] *= -1
    return Q
