import numpy as np


def d_sigmoid(z):
    return z * (1 - z)


def d_tanh(z):
    return 1 - z**2


def d_relu(z):
    return (z > 0).astype(float)


def d_leaky(z, a):
    return np.where(z > 0, 1, a)
