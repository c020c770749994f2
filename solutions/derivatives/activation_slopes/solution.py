import numpy as np


def d_sigmoid(z):
    small = np.exp(-np.abs(z))  # the slope is the same on both sides of 0
    return small / (1 + small) ** 2


def d_tanh(z):
    return 1 - np.tanh(z) ** 2


def d_relu(z):
    return np.where(z > 0, 1.0, 0.0)


def d_leaky(z, a):
    return np.where(z > 0, 1.0, a)
