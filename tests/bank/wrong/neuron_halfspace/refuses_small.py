import numpy as np


def signed_distance(X, w, b):
    if np.linalg.norm(w) < 1e-8:
        raise ValueError
    return (X @ w + b) / np.linalg.norm(w)
