import numpy as np


def logsumexp(Z, axis=-1):
    m = np.max(Z, axis=axis, keepdims=True)
    m = np.where(m == -np.inf, 0, m)
    return np.log(np.sum(np.exp(Z - m), axis=axis)) + np.squeeze(m, axis=axis)
