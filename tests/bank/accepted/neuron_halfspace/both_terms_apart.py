import numpy as np


def signed_distance(X, w, b):
    length = np.linalg.norm(w)
    if length == 0:
        raise ValueError("no plane")
    return X @ (w / length) + b / length
