import math

import numpy as np


def gram_schmidt(A):
    m, n = A.shape
    R = A.tolist()
    Q = np.eye(m).tolist()  # rows of Q are the rows of the transpose
    for j in range(n):
        for i in range(m - 1, j, -1):
            r = math.hypot(R[i - 1][j], R[i][j])
            if r == 0:
                continue
            c, s = R[i - 1][j] / r, R[i][j] / r
            for M in (R, Q):
                M[i - 1], M[i] = (
                    [c * a + s * b for a, b in zip(M[i - 1], M[i], strict=True)],
                    [c * b - s * a for a, b in zip(M[i - 1], M[i], strict=True)],
                )
    signs = [1 if R[j][j] > 0 else -1 for j in range(n)]
    return [[signs[j] * Q[j][i] for j in range(n)] for i in range(m)]
