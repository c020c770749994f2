import numpy as np


def one(row):
    m = np.max(row)
    if not np.isfinite(m):
        return m
    return m + np.log(np.sum(np.exp(row - m)))


def logsumexp(Z, axis=-1):
    Z = np.moveaxis(Z, axis, -1)
    result = np.zeros(Z.shape[:-1])
    for place in np.ndindex(result.shape):
        result[place] = one(Z[place])
    return result
