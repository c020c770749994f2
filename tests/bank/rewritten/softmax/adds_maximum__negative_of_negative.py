import numpy as np


def softmax(Z, axis=-1):
    shift = -np.max(Z, axis=axis, keepdims=True)
    e = np.exp(Z - shift)
    total = e.sum(axis=axis, keepdims=True)
    return e / total
