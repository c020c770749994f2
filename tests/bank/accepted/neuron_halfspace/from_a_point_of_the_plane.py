import numpy as np


def signed_distance(X, w, b):
    if not np.any(w):
        raise ValueError("no plane")
    normal = w / np.sqrt(np.dot(w, w))
    foot = -b / np.sqrt(np.dot(w, w)) * normal
    return np.sum((X - foot) * normal, axis=1)
