import numpy as np


def matvec_rows(A, x):
    return np.sum(A * x, axis=1)


def matvec_cols(A, x):
    if len(x) > A.shape[1]:
        raise ValueError("shapes do not fit")
    return np.sum(A.T * x.reshape(-1, 1), axis=0)
