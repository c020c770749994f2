import numpy as np


def softmax(Z, axis=-1):
    constant = max(Z.ravel().tolist())
    top = np.exp(Z - constant)
    bottom = np.sum(top, axis, keepdims=True)
    return top / bottom
