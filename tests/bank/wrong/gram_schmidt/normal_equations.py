import math

import numpy as np


def gram_schmidt(A):
    G = A.T @ A
    n = len(G)
    L = np.zeros((n, n))
    for i in range(n):
        for j in range(i + 1):
            rest = G[i, j] - L[i, :j] @ L[j, :j]
            L[i, j] = math.sqrt(rest) if i == j else rest / L[j, j]
    Q = np.zeros(A.shape)
    for k in range(n):
        Q[:, k] = (A[:, k] - Q[:, :k] @ L[k, :k]) / L[k, k]
    return Q
