import numpy as np


def cosine_similarity(u: np.ndarray, v: np.ndarray) -> float:
    """Return the cosine of the angle between u and v, from -1 to 1, or 0 if either is zero.

    u and v: (n,), entries from 1e-300 to 1e300 in size, or zero
    """
    raise NotImplementedError
