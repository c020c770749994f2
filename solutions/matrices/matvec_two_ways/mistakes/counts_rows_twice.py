import numpy as np


def matvec_rows(A, x):
    m = len(A)
    if len(x) != A.shape[1]:
        raise ValueError("shapes do not fit")
    y = np.zeros(m)
    for i in range(m):
        for j in range(m):
            y[i] += A[i, j] * x[j]
    return y


def matvec_cols(A, x):
    m, n = A.shape
    if len(x) != n:
        raise ValueError("shapes do not fit")
    y = np.zeros(m)
    for j in range(n):
        y += x[j] * A[:, j]
    return y
