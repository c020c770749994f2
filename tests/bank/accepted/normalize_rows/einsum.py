import numpy as np


def normalize_rows(X):
    s = np.sqrt(np.einsum("ij,ij->i", X.astype(float), X.astype(float)))
    out = np.zeros(X.shape)
    np.divide(X, s[:, None], out=out, where=(s > 0)[:, None])
    return out
