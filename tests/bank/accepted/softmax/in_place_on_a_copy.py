import numpy as np


def softmax(Z, *, axis=-1):
    P = np.array(Z, dtype=float, copy=True)
    P -= P.max(axis, keepdims=True)
    np.exp(P, out=P)
    P /= P.sum(axis, keepdims=True)
    return P
