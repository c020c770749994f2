import numpy as np


def matvec_rows(A, x):
    y = []
    for row in A:
        total = 0.0
        for a, b in zip(row, x, strict=False):
            total += a * b
        y.append(total)
    return np.array(y)


def matvec_cols(A, x):
    y = np.zeros(A.shape[0])
    for column, amount in zip(A.T, x, strict=False):
        y += amount * column
    return y
