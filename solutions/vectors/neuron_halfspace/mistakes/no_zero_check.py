import numpy as np


def signed_distance(X, w, b):
    return (X @ w + b) / np.linalg.norm(w)
