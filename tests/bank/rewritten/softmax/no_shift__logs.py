import numpy as np


def softmax(Z, axis=-1):
    return np.exp(Z - np.log(np.sum(np.exp(Z), axis=axis, keepdims=True)))
