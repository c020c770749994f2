import numpy as np


def axpy(alpha, x, y):
    if np.shape(x) != np.shape(y):
        raise ValueError("shapes differ")
    out = np.zeros(x.shape)
    for place in np.ndindex(*x.shape):
        out[place] = float(alpha) * float(x[place]) + float(y[place])
    return out
