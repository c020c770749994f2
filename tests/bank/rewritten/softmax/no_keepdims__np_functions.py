import numpy as np


def softmax(Z, axis=-1):
    biggest = np.max(Z, axis)
    shifted = np.subtract(Z, biggest)
    powers = np.exp(shifted)
    total = np.sum(powers, axis)
    return np.divide(powers, total)
