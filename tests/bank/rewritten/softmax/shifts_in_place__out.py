import numpy as np


def softmax(Z, axis=-1):
    top = np.expand_dims(np.max(Z, axis=axis), axis)
    np.subtract(Z, top, out=Z)
    powers = np.exp(Z)
    return powers / np.sum(powers, axis=axis, keepdims=True)
