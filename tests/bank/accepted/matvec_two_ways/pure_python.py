import numpy as np


def _check(A, x):
    if len(x) != A.shape[1]:
        raise ValueError(f"A has {A.shape[1]} columns, x has {len(x)} entries")


def matvec_rows(A, x):
    _check(A, x)
    result = []
    for row in A.tolist():
        total = 0.0
        for a, b in zip(row, x.tolist()):
            total += a * b
        result.append(total)
    return np.array(result)


def matvec_cols(A, x):
    _check(A, x)
    m, n = A.shape
    position = [0.0] * m
    for j in range(n):
        for i in range(m):
            position[i] += x[j] * A[i, j]
    return np.array(position)
