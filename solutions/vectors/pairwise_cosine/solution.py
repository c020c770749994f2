import numpy as np


def unit_rows(X: np.ndarray) -> np.ndarray:
    """Return X with every row at length 1; rows of zeros stay zeros."""
    lengths = np.sqrt(np.sum(X**2, axis=1, keepdims=True))
    return X / np.where(lengths == 0, 1.0, lengths)


def pairwise_cosine(A: np.ndarray, B: np.ndarray) -> np.ndarray:
    """Return the cosine similarity of each row of A with each row of B."""
    return unit_rows(A) @ unit_rows(B).T
