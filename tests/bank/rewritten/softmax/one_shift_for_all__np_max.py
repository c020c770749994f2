import numpy as np


def softmax(Z, axis=-1):
    biggest = np.max(Z)
    shifted = np.subtract(Z, biggest)
    exps = np.exp(shifted)
    return exps / np.expand_dims(np.sum(exps, axis=axis), axis)
