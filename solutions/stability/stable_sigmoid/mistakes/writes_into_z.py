import numpy as np


def sigmoid(z):
    left = z < 0
    e = np.exp(-np.abs(z))
    z[...] = 1 / (1 + e)
    z[left] = (e / (1 + e))[left]
    return z
