import numpy as np


def quadratic_forms(X, A):
    return np.array([x @ A @ x for x in X])
