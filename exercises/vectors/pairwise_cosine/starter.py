import numpy as np


def pairwise_cosine(A: np.ndarray, B: np.ndarray) -> np.ndarray:
    """Return the cosine similarity of each row of A with each row of B.

    A: (n, d)
    B: (m, d)

    The result has shape (n, m). Where a row is zero, so is the entry.
    """
    raise NotImplementedError
