import numpy as np


def normalize(x):
    length = np.sqrt(np.sum(x**2.0))
    if length == 0:
        return np.zeros(len(x))
    return x / length
