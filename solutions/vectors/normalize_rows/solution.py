import numpy as np


def normalize_rows(X: np.ndarray) -> np.ndarray:
    """Return X with every row divided by its Euclidean length; rows of zeros stay zeros."""
    lengths = np.sqrt(np.sum(X**2.0, axis=1, keepdims=True))  # (n, 1), one for each row
    return X / np.where(lengths == 0, 1.0, lengths)
