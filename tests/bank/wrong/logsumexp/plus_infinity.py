import numpy as np


def logsumexp(Z, axis=-1) -> np.ndarray:
    m = Z.max(axis=axis, keepdims=True)
    m[m == -np.inf] = 0  # a row of nothing but zeros
    s = np.exp(Z - m).sum(axis=axis, keepdims=True)
    return (m + np.log(s)).squeeze(axis)
