import numpy as np


def softmax(Z, axis=-1):
    top = np.max(Z, axis=0)
    numerator = np.exp(Z - top)
    return numerator / np.sum(numerator, axis=0)
