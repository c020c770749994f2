import numpy as np


def log_softmax(Z, axis=-1):
    Z = Z - np.max(Z, axis=-1, keepdims=True)
    return Z - np.log(np.sum(np.exp(Z), axis=axis, keepdims=True))
