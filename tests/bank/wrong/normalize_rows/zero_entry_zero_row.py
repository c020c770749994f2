import numpy as np


def normalize_rows(X):
    lengths = np.linalg.norm(X, axis=1, keepdims=True)
    return np.where((X != 0).all(axis=1, keepdims=True), X / np.where(lengths == 0, 1, lengths), 0)
