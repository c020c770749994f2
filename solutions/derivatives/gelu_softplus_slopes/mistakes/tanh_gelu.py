import numpy as np


def sigmoid(z):
    return (1 + np.tanh(z / 2)) / 2


def d_softplus(z):
    return sigmoid(z)


def d_silu(z):
    return sigmoid(z) * (1 + z * (1 - sigmoid(z)))


def d_gelu(z):
    k = np.sqrt(2 / np.pi)
    t = np.tanh(k * (z + 0.044715 * z**3))
    return 0.5 * (1 + t) + 0.5 * z * (1 - t**2) * k * (1 + 3 * 0.044715 * z**2)
