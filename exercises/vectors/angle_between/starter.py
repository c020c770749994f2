import numpy as np


def angle_between(u: np.ndarray, v: np.ndarray) -> float:
    """Return the angle between u and v in radians, from 0 to pi.

    u and v: (n,), neither of them zero
    """
    raise NotImplementedError
