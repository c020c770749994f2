import numpy as np


def softmax(Z, axis=-1):
    shifted = Z - np.expand_dims(np.max(Z, axis=axis), axis)
    powers = np.exp(shifted)
    total = np.sum(powers)
    return powers / total
