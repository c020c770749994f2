import numpy as np


def softmax(Z, axis=-1):
    numerator = np.exp(Z)
    denominator = np.sum(np.exp(Z), axis=axis, keepdims=True)
    return np.divide(numerator, denominator)
