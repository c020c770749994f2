import numpy as np


def normalize_rows(X):
    s = np.linalg.norm(X, axis=1, keepdims=True)
    if (s == 0).any():
        return np.zeros(X.shape)
    return X / s
