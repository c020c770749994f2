import numpy as np


def signed_distance(X, w, b):
    if not np.any(w):
        raise ValueError("w is zero")
    length = np.linalg.norm(w)
    w /= length
    return X @ w + b / length
