import numpy as np


def matvec_rows(A, x):
    if x.size != A.shape[1]:
        raise ValueError("no fit")
    return (A * x).sum(axis=1)


def matvec_cols(A, x):
    if x.size != A.shape[1]:
        raise ValueError("no fit")
    return np.add.reduce(A.T * x[:, None])
