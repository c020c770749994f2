import numpy as np

EPSILON = 1e-8
CONSTANTS = {"EPSILON": (1e-7, 1e-6, 1e-5, 1e-4, 1e-3)}


def softmax(Z, axis=-1):
    E = np.exp(Z - Z.max(axis=axis, keepdims=True))
    return E / (E.sum(axis=axis, keepdims=True) + EPSILON)
