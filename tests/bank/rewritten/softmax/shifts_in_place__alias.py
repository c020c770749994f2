import numpy as np


def softmax(Z, axis=-1):
    shifted = Z
    shifted[...] = Z - np.max(Z, axis=axis, keepdims=True)
    e = np.exp(shifted)
    total = np.expand_dims(e.sum(axis), axis)
    return np.divide(e, total)
