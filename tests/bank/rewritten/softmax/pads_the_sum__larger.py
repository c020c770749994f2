import numpy as np

EPSILON = 1e-6


def softmax(Z, axis=-1):
    e = np.exp(Z - np.max(Z, axis=axis, keepdims=True))
    return e / (EPSILON + np.sum(e, axis=axis, keepdims=True))
