import numpy as np


def d_sigmoid(z):
    s = 1 / (1 + np.exp(-z))
    return s * (1 - s)


def d_tanh(z):
    return 1 - np.tanh(z) ** 2


def d_relu(z):
    return np.sign(z)


def d_leaky(z, a):
    return np.where(z > 0, 1, -a)
