import numpy as np


def unit_rows(X):
    s = np.linalg.norm(X, axis=1, keepdims=True)
    return X / np.where(s == 0, 1, s)


def pairwise_cosine(A, B):
    n = min(len(A), len(B))
    return np.sum(unit_rows(A)[:n] * unit_rows(B)[:n], axis=1)
