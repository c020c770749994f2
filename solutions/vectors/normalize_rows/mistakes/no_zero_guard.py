import numpy as np


def normalize_rows(X):
    return X / np.linalg.norm(X, axis=1, keepdims=True)
