import numpy as np


def d_sigmoid(z):
    return np.exp(z) / (1 + np.exp(z)) ** 2


def d_tanh(z):
    t = (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))
    return 1 - t**2


def d_relu(z):
    return (z > 0).astype(float)


def d_leaky(z, a):
    return np.where(z > 0, 1, a)
