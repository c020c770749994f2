import numpy as np


def softmax(Z, axis=-1):
    if Z.ndim == 1:
        e = np.exp(Z - max(Z))
        return e / sum(e)
    T = Z.T
    e = np.exp(T - np.max(T, axis=0))
    return (e / np.sum(e, axis=0)).T
