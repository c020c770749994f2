import numpy as np


def logsumexp(Z, axis=-1):
    return np.log(np.sum(np.exp(Z), axis=axis))
