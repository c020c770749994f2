import numpy as np


def logsumexp(Z, axis=-1):
    return np.max(Z, axis=axis)
