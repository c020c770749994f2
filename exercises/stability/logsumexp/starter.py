import numpy as np


def logsumexp(Z, axis=-1) -> np.ndarray:
    """Return the logarithm of the sum of exp(Z) along one axis, without overflow or underflow.

    Z: a float array with one axis or more; entries may be infinite
    axis: the axis that is summed over and dropped
    """
    raise NotImplementedError
