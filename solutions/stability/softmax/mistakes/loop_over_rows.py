import numpy as np


def softmax(Z, axis=-1):
    rows = np.atleast_2d(np.moveaxis(Z, axis, -1))
    P = np.empty(rows.shape)
    for i, row in enumerate(rows):
        E = [np.exp(z - max(row)) for z in row]
        P[i] = np.array(E) / sum(E)
    return np.moveaxis(P.reshape(np.moveaxis(Z, axis, -1).shape), -1, axis)
