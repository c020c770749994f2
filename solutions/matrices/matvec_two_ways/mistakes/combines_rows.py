import numpy as np


def matvec_rows(A, x):
    m, n = A.shape
    if len(x) != n:
        raise ValueError("shapes do not fit")
    return np.array([sum(A[i] * x) for i in range(m)])


def matvec_cols(A, x):
    m, n = A.shape
    if len(x) != n:
        raise ValueError("shapes do not fit")
    y = np.zeros(m)
    for j in range(n):
        y += x[j] * A[j]
    return y
