import numpy as np


def logsumexp(Z, axis=-1):
    m = np.maximum(np.max(Z, axis=axis, keepdims=True), 0)
    m = np.where(np.isfinite(m), m, 0)
    return np.squeeze(m, axis) + np.log(np.sum(np.exp(Z - m), axis=axis) + 1e-300)
