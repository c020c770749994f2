import numpy as np


def d_sigmoid(z):
    e = np.exp(-np.abs(z))
    return e / (1 + e) ** 2


def d_tanh(z):
    return 1 - np.tanh(z) ** 2


def d_relu(z):
    z[z <= 0] = 0
    z[z > 0] = 1
    return z


def d_leaky(z, a):
    up = z > 0
    z[up] = 1
    z[~up] = a
    return z
