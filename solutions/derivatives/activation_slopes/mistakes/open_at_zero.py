import numpy as np


def d_sigmoid(z):
    e = np.exp(-np.abs(z))
    return e / (1 + e) ** 2


def d_tanh(z):
    return 1 - np.tanh(z) ** 2


def d_relu(z):
    return (z >= 0).astype(float)


def d_leaky(z, a):
    return np.where(z >= 0, 1, a)
