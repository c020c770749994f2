import numpy as np


def quadratic_forms(X, A):
    """For every row x the number x^T A x: squares of the entries, weighed by the matrix."""
    weights = np.array([A[i, i] for i in range(len(A))])
    squares = X * X
    return squares @ weights
