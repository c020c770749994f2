import numpy as np


def softmax_jacobian(z) -> np.ndarray:
    """Return the slopes of the softmax of z, row i and column j that of p_i by z_j.

    z: (C,), any finite numbers

    The result has shape (C, C).
    """
    raise NotImplementedError


def softmax_vjp(dout, p) -> np.ndarray:
    """Return the slopes of the loss by the scores, without the matrix.

    dout: (C,) or (N, C), the slopes of the loss by the probabilities
    p: the same shape, the RESULT of softmax along the last axis
    """
    raise NotImplementedError
