import numpy as np


def logsumexp(Z, axis=-1) -> np.ndarray:
    m = np.max(Z, axis=axis, keepdims=True)
    m = np.where(np.isfinite(m), m, 0.0)
    with np.errstate(all="ignore"):
        total = np.log(np.sum(np.exp(Z - m), axis=axis, keepdims=True)) + m
    return np.squeeze(total, axis=axis)
