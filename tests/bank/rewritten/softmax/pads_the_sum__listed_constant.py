import numpy as np


def softmax(Z, axis=-1):
    shifted = Z - np.expand_dims(np.max(Z, axis=axis), axis)
    powers = np.exp(shifted)
    denominator = np.sum(powers, axis=axis, keepdims=True)
    denominator += 1e-8
    return np.divide(powers, denominator)
