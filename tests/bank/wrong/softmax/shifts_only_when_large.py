import numpy as np


def softmax(Z, axis=-1):
    if Z.max() > 700:
        Z = Z - Z.max(axis=axis, keepdims=True)
    E = np.exp(Z)
    return E / E.sum(axis=axis, keepdims=True)
