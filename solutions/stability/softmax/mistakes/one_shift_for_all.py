import numpy as np


def softmax(Z, axis=-1):
    E = np.exp(Z - Z.max())
    return E / E.sum(axis=axis, keepdims=True)
