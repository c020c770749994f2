import numpy as np


def one_hot(y, n_classes):
    if not set(y.tolist()) <= set(range(n_classes)):
        raise ValueError("label")
    return (y.reshape(-1, 1) == np.arange(n_classes)).astype(int)


def decode(H):
    n = H.shape[1]
    labels = H @ np.arange(n)
    whole = labels.astype(int)
    if np.any((whole < 0) | (whole >= n)) or not np.array_equal(np.eye(n)[whole], H):
        raise ValueError("rows")
    return whole
