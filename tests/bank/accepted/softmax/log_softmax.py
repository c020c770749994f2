import numpy as np


def softmax(Z, axis=-1):
    top = np.max(Z, axis=axis, keepdims=True)
    lse = top + np.log(np.sum(np.exp(Z - top), axis=axis, keepdims=True))
    return np.exp(Z - lse)
