import numpy as np


def softmax(Z: np.ndarray, axis: int = -1) -> np.ndarray:
    """Return the softmax of Z along axis.

    Z: (n,) or (m, n), finite up to a thousand in size, or -inf

    The result has the shape of Z and sums to 1 along axis.
    """
    raise NotImplementedError
