import numpy as np


def logsumexp(Z, axis=-1):
    m = np.max(Z)
    if not np.isfinite(m):
        m = 0.0
    return m + np.log(np.sum(np.exp(Z - m), axis=axis))
