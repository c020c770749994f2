import numpy as np


def signed_distance(X: np.ndarray, w: np.ndarray, b: float) -> np.ndarray:
    """Return the signed distance (n,) of each point from the plane where x . w + b = 0.

    X: (n, d)
    w: (d,)
    b: a number

    It is positive on the side that w points to. Raises ValueError if every entry of w is zero.
    """
    raise NotImplementedError
