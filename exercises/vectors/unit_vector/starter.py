import numpy as np


def normalize(x: np.ndarray) -> np.ndarray:
    """Return x divided by its Euclidean length, or zeros if x is zero.

    x: (n,), entries from 1e-300 to 1e300 in size, or zero; may be integers

    The result is a new array of shape (n,).
    """
    raise NotImplementedError
