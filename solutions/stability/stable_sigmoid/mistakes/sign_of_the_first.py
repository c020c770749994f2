import numpy as np


def sigmoid(z):
    if z.size and z.ravel()[0] < 0:
        e = np.exp(z)
        return e / (1 + e)
    return 1 / (1 + np.exp(-z))
