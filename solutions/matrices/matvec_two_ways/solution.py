import numpy as np


def matvec_rows(A, x) -> np.ndarray:
    """Return A x, of shape (m,), whose entries are dot products of the rows of A with x."""
    m, n = A.shape
    if x.shape != (n,):
        raise ValueError(f"A has {n} columns, but x has shape {x.shape}")
    y = np.zeros(m)
    for i in range(m):
        for j in range(n):
            y[i] += A[i, j] * x[j]
    return y


def matvec_cols(A, x) -> np.ndarray:
    """Return A x, of shape (m,), as the sum of the columns of A, each times its entry of x."""
    m, n = A.shape
    if x.shape != (n,):
        raise ValueError(f"A has {n} columns, but x has shape {x.shape}")
    y = np.zeros(m)
    for j in range(n):
        y += x[j] * A[:, j]  # this feature pushes along its column
    return y
