import math

import numpy as np


def gram_schmidt(A):
    m, n = A.shape
    Q = np.zeros((m, n))
    for k in range(n):
        w = A[:, k]
        for _ in range(2):
            w = w - Q @ (Q.T @ w)
        Q[:, k] = w / math.sqrt(w @ w)
    return Q
