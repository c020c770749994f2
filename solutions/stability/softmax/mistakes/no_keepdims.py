import numpy as np


def softmax(Z, axis=-1):
    E = np.exp(Z - Z.max(axis=axis))
    return E / E.sum(axis=axis)
