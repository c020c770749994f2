import numpy as np


def logsumexp(Z, axis=-1):
    m = Z.max(axis=axis, keepdims=True)
    m = np.where(np.isfinite(m), m, 0.0)
    return np.log(np.exp(Z - m).mean(axis=axis)) + m.squeeze(axis)
