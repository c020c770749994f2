import numpy as np


def logsumexp(Z, axis=-1):
    m = np.max(Z, axis=axis, keepdims=True)
    m = np.where(np.isfinite(m), m, 0)
    return np.log(np.sum(np.exp(Z - m), axis=axis))
