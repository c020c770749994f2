import numpy as np


def quadratic_forms(X, A):
    S = 0.5 * (A + A.T)
    rows = X[:, np.newaxis, :]
    columns = X[:, :, np.newaxis]
    return np.matmul(np.matmul(rows, S), columns)[:, 0, 0]
