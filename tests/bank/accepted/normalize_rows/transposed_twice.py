import numpy as np


def normalize_rows(X):
    lengths = np.sqrt(np.einsum("ij,ij->i", X.astype(float), X.astype(float)))
    lengths[lengths == 0] = 1.0
    return (X.T / lengths).T
