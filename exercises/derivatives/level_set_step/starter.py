import numpy as np


def tangent_basis(grad: np.ndarray) -> np.ndarray:
    """Return an orthonormal basis of the directions at a right angle to grad, one a row.

    grad: (n,), n at least 2, not zero

    The result has shape (n - 1, n).
    """
    raise NotImplementedError
