import numpy as np


def one_hot(y, n_classes) -> np.ndarray:
    """Return a float array (m, n_classes) with a single 1 in each row i, in column y[i]."""
    if np.any(y < 0) or np.any(y >= n_classes):
        raise ValueError(f"a label of {n_classes} classes must be 0 or more, and less than that")
    H = np.zeros((len(y), n_classes))
    H[np.arange(len(y)), y] = 1  # row i is paired with column y[i]
    return H


def decode(H) -> np.ndarray:
    """Return the labels (m,): for each row of H the place of its 1."""
    y = H.argmax(axis=1)
    if not np.array_equal(one_hot(y, H.shape[1]), H):  # right if they encode to H again
        raise ValueError("each row must hold zeros and a single 1")
    return y
