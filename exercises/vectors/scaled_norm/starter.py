import numpy as np


def safe_norm(x: np.ndarray) -> float:
    """Return the Euclidean length of x, a number, without overflow or underflow on the way.

    x: (n,), entries from 1e-300 to 1e300 in size, or zero, or infinite
    """
    raise NotImplementedError
