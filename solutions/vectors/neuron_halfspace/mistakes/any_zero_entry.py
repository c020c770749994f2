import numpy as np


def signed_distance(X, w, b):
    if not np.all(w):
        raise ValueError("w is zero")
    return (X @ w + b) / np.linalg.norm(w)
