import numpy as np


def softmax(Z, axis=-1):
    E = np.exp(np.clip(Z, -700, 700))
    return E / E.sum(axis=axis, keepdims=True)
