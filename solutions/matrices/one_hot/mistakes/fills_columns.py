import numpy as np


def one_hot(y, n_classes):
    if y.min() < 0 or y.max() >= n_classes:
        raise ValueError("bad label")
    H = np.zeros((len(y), n_classes))
    H[:, y] = 1
    return H


def decode(H):
    if not np.all((H == 0) | (H == 1)) or np.any(H.sum(axis=1) != 1):
        raise ValueError("not one-hot")
    return np.argmax(H, axis=1)
