import numpy as np


def axpy(alpha, x, y):
    if np.shape(x) != np.shape(y):
        raise ValueError("no")
    out = np.zeros(x.shape)
    for i in np.ndindex(*x.shape):
        out[i] = float(alpha) * float(x[i]) + float(y[i])
    return out
