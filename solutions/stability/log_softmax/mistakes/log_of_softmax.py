import numpy as np


def log_softmax(Z, axis=-1):
    E = np.exp(Z - np.max(Z, axis=axis, keepdims=True))
    return np.log(E / np.sum(E, axis=axis, keepdims=True))
