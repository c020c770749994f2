import numpy as np


def logsumexp(Z, axis=-1):
    largest = Z.max(axis=axis, keepdims=True)
    shift = np.where(np.isfinite(largest), largest, 0.0)  # inf - inf would be nan
    total = np.exp(Z - shift).sum(axis=axis)
    return np.log(total) + shift.squeeze(axis)
