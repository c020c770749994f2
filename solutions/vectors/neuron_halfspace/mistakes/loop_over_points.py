import numpy as np


def signed_distance(X, w, b):
    if not np.any(w):
        raise ValueError("w is zero")
    length = np.linalg.norm(w)
    return np.array([(x @ w + b) / length for x in X])
