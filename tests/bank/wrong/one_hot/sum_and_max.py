import numpy as np


def one_hot(y, n_classes) -> np.ndarray:
    if np.any(y < 0) or np.any(y >= n_classes):
        raise ValueError("labels must be between 0 and n_classes - 1")
    H = np.zeros((len(y), n_classes))
    H[np.arange(len(y)), y] = 1.0
    return H


def decode(H) -> np.ndarray:
    # one-hot: the entries sum to 1, and the largest is 1
    if np.any(H.sum(axis=1) != 1) or np.any(H.max(axis=1) != 1):
        raise ValueError("a row is not one-hot")
    return H.argmax(axis=1)
