import numpy as np


def grad_quadratic(A, b, x) -> np.ndarray:
    """Return the gradient of x^T A x / 2 + b^T x + c at x.

    A: (n, n), symmetric or not
    b: (n,)
    x: (n,)

    The result has shape (n,).
    """
    raise NotImplementedError
