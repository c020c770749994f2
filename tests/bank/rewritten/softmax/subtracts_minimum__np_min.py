import numpy as np


def softmax(Z, axis=-1):
    low = np.expand_dims(np.amin(Z, axis=axis), axis)
    e = np.exp(np.subtract(Z, low))
    return np.divide(e, np.sum(e, axis=axis, keepdims=True))
