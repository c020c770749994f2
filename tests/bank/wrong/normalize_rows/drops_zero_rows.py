import numpy as np


def normalize_rows(X):
    X = X[np.any(X != 0, axis=1)]
    return X / np.linalg.norm(X, axis=1, keepdims=True)
