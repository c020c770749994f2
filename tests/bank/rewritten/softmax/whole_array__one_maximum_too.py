import numpy as np


def softmax(Z, axis=-1):
    e = np.exp(Z - np.max(Z))
    return e / np.sum(e)
