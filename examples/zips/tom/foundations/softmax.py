import numpy as np


def softmax(Z, axis=-1):
    top = Z.max(axis=axis, keepdims=True)
    powers = np.exp(Z - top)
    return powers / powers.sum(axis=axis, keepdims=True)
