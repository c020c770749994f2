import numpy as np


def normalize_rows(X):
    lengths = np.linalg.norm(X, axis=1, keepdims=True)
    if np.any(lengths == 0):
        return np.zeros(X.shape)
    return X / lengths
