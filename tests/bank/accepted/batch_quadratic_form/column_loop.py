import numpy as np


def quadratic_forms(X, A):
    # the statement forbids a loop over the rows (examples), a loop over the d features is fine
    X = np.asarray(X, dtype=float)
    A = np.asarray(A, dtype=float)
    n, d = X.shape
    result = np.zeros(n)
    for j in range(d):
        # X @ A[:, j] is entry j of (row times A), for every row
        result += (X @ A[:, j]) * X[:, j]
    return result
