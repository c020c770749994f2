import numpy as np


def grad_quadratic(A, b, x):
    S = np.tril(A) + np.tril(A, -1).T
    return S @ x + b
