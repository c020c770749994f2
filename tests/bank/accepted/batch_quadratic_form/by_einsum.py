import numpy as np


def quadratic_forms(X, A):
    return np.einsum("ni,ij,nj->n", X, A, X)
