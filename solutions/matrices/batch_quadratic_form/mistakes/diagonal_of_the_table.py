import numpy as np


def quadratic_forms(X, A):
    return np.diag(X @ A @ X.T)
