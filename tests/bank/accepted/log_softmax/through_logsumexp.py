import numpy as np


def logsumexp(Z, axis=-1):
    m = np.expand_dims(Z.max(axis), axis)
    return m + np.log(np.exp(Z - m).sum(axis, keepdims=True))


def log_softmax(Z, axis=-1):
    top = np.max(Z, axis=axis, keepdims=True)
    return (Z - top) - (logsumexp(Z - top, axis=axis))
