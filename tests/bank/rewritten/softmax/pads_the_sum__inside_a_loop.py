import numpy as np


def softmax(Z, axis=-1):
    rows = np.moveaxis(np.atleast_2d(Z), axis, -1)
    out = []
    for row in rows:
        e = np.exp(row - np.max(row))
        out.append(e / (np.sum(e) + 1e-5))
    return np.moveaxis(np.array(out), -1, axis).reshape(Z.shape)
