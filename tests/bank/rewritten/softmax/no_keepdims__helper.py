import numpy as np


def normalise(E, axis):
    return E / np.add.reduce(E, axis=axis)


def softmax(Z, axis=-1):
    top = np.amax(Z, axis=axis)
    return normalise(np.exp(Z - top), axis)
