import numpy as np


def log_softmax(Z, axis=-1) -> np.ndarray:
    """Return the logarithm of the softmax of Z along one axis, finite wherever Z is.

    Z: a float array with one axis or more
    """
    raise NotImplementedError
