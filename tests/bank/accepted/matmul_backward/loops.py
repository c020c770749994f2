import numpy as np


def matmul_backward(G, A, B):
    m, k = np.shape(A)
    n = np.shape(B)[1]
    dA = np.zeros((m, k))
    dB = np.zeros((k, n))
    for i in range(m):
        for j in range(k):
            for c in range(n):
                dA[i, j] += G[i, c] * B[j, c]
                dB[j, c] += G[i, c] * A[i, j]
    return dA, dB
