import numpy as np


def pairwise_cosine(A, B):
    na = np.linalg.norm(A, axis=1, keepdims=True)
    A = A / np.where(na == 0, 1, na)
    columns = []
    for row in B:
        columns.append(A @ row / (np.linalg.norm(row) or 1.0))
    return np.stack(columns, axis=1)
