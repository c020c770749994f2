import numpy as np


def transpose(A: list) -> list:
    """Return the transpose of A as a list of n lists of m numbers.

    A: m rows of n numbers, a list of lists
    """
    raise NotImplementedError


def product_transposed(A, B) -> np.ndarray:
    """Return the transpose of A B, of shape (n, m), as a product of transposes.

    A: (m, k)
    B: (k, n)

    Raises ValueError if the inner sizes differ.
    """
    raise NotImplementedError
