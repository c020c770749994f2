import numpy as np


def signed_distance(X, w, b):
    if not np.any(w):
        raise ValueError
    return (X @ w + b) / np.where(np.linalg.norm(X, axis=1) == 0, 1, np.linalg.norm(X, axis=1))
