import numpy as np


def quadratic_forms(X, A):
    S = A + A.T
    return np.sum(X @ S * X, axis=1)
