import numpy as np


def normalize_rows(X):
    result = np.zeros(X.shape)
    for i, row in enumerate(X):
        length = np.linalg.norm(row)
        if length > 0:
            result[i] = row / length
    return result
