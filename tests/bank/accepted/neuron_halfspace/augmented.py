import numpy as np


def signed_distance(X, w, b):
    size = np.max(np.abs(w))
    if size == 0:
        raise ValueError("no plane")
    unit = w / size
    length = size * np.linalg.norm(unit)
    Xb = np.column_stack([X, np.full(len(X), 1.0)])
    return Xb @ np.append(w / length, b / length)
