import numpy as np


def softmax(Z, axis=-1):
    wide = Z.astype(np.longdouble)
    E = np.exp(wide - wide.max(axis=axis, keepdims=True))
    return (E / E.sum(axis=axis, keepdims=True)).astype(np.float64)
