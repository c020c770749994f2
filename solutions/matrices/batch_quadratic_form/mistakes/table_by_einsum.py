import numpy as np


def quadratic_forms(X, A):
    return np.einsum("ni,ij,mj->nm", X, A, X)
