import numpy as np


def transpose(A: list) -> list:
    """Return the transpose of A as a list of n lists of m numbers."""
    return [[row[j] for row in A] for j in range(len(A[0]))]


def product_transposed(A, B) -> np.ndarray:
    """Return the transpose of A B, of shape (n, m), as a product of transposes."""
    return B.T @ A.T  # the factors change places
