import numpy as np


def d_sigmoid(z):
    return 1 / (1 + np.exp(-z))


def d_tanh(z):
    return np.tanh(z)


def d_relu(z):
    return np.maximum(z, 0)


def d_leaky(z, a):
    return np.where(z > 0, z, a * z)
