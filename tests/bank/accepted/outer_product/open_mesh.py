import numpy as np


def outer(u: np.ndarray, v: np.ndarray) -> np.ndarray:
    # an open mesh: side is (m, 1), top is (1, n)
    side, top = np.ix_(u, v)
    return side * top
