import numpy as np


def quadratic_forms(X, A):
    return np.sum((X @ A) ** 2, axis=1)
