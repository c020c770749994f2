import numpy as np


def matvec_rows(A, x) -> np.ndarray:
    """Return A x, of shape (m,), whose entries are dot products of the rows of A with x.

    A: (m, n)
    x: (n,)

    Raises ValueError if x has not n entries.
    """
    raise NotImplementedError


def matvec_cols(A, x) -> np.ndarray:
    """Return A x, of shape (m,), as the sum of the columns of A, each times its entry of x.

    A: (m, n)
    x: (n,)

    Raises ValueError if x has not n entries.
    """
    raise NotImplementedError
