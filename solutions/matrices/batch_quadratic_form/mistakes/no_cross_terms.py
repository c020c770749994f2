import numpy as np


def quadratic_forms(X, A):
    return X**2 @ np.diag(A)
