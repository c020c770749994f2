import numpy as np


def gram_schmidt(A: np.ndarray) -> np.ndarray:
    """Return Q, of the shape of A, whose columns are orthonormal.

    A: (m, n), m at least n, with independent columns

    The first k columns of Q span what the first k of A span, and column k of Q has a positive dot
    product with column k of A.
    """
    raise NotImplementedError
