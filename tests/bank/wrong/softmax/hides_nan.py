import numpy as np


def softmax(Z, axis=-1):
    E = np.exp(Z)
    return np.nan_to_num(E / E.sum(axis=axis, keepdims=True), nan=1.0)
