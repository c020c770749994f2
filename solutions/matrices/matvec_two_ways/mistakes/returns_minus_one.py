import numpy as np


def matvec_rows(A, x):
    m, n = A.shape
    if len(x) != n:
        return -1
    return np.array([np.sum(A[i] * x) for i in range(m)])


def matvec_cols(A, x):
    n = A.shape[1]
    if len(x) != n:
        return -1
    return sum(x[j] * A[:, j] for j in range(n))
