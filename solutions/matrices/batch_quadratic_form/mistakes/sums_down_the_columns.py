import numpy as np


def quadratic_forms(X, A):
    return np.sum(X @ A * X, axis=0)
