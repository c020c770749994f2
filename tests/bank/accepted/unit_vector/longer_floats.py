import numpy as np


def normalize(x):
    y = x.astype(np.longdouble)
    length = np.sqrt(np.sum(y * y))
    return (y / np.where(length == 0, 1, length)).astype(float)
