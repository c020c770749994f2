import numpy as np


def softmax(Z, axis=-1):
    T = Z.astype(np.float32)
    E = np.exp(T - T.max(axis=axis, keepdims=True))
    return (E / E.sum(axis=axis, keepdims=True)).astype(np.float64)
