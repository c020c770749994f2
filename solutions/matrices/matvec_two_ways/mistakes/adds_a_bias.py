import numpy as np


def matvec_rows(A, x):
    m, n = A.shape
    if len(x) != n:
        raise ValueError("shapes do not fit")
    y = np.ones(m)
    for i in range(m):
        for j in range(n):
            y[i] += A[i, j] * x[j]
    return y


def matvec_cols(A, x):
    n = A.shape[1]
    if len(x) != n:
        raise ValueError("shapes do not fit")
    return sum(x[j] * A[:, j] for j in range(n))
