import numpy as np


def d_sigmoid(z):
    e = np.exp(-np.abs(z))
    return e / (1 + e) ** 2


def d_tanh(z):
    return 1 - np.tanh(z) ** 2


def d_relu(z):
    if z > 0:
        return 1.0
    return 0.0


def d_leaky(z, a):
    if z > 0:
        return 1.0
    return a
