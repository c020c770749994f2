import numpy as np


def log_softmax(Z, axis=-1):
    Z = Z - Z.max(axis=axis, keepdims=True)
    Z = np.maximum(Z, -700)
    return Z - np.log(np.exp(Z).sum(axis=axis, keepdims=True))
