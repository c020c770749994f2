import numpy as np


def softmax(Z, axis=-1):
    shifted = Z - Z.max(axis=axis, keepdims=True)
    E = np.exp(np.maximum(shifted, -100.0))
    return E / E.sum(axis=axis, keepdims=True)
