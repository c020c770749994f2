import numpy as np


def softmax(Z, axis=-1):
    P = np.array(Z)
    P -= np.amax(P)
    P = np.exp(P)
    P /= np.add.reduce(P, axis=axis, keepdims=True)
    return P
