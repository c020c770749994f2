import numpy as np


def normalize(x):
    largest = np.max(np.abs(x))
    if largest == 0:
        return np.zeros(len(x))
    return x / largest
