import math

import numpy as np


def sigmoid(z):
    return (1 + np.tanh(z / 2)) / 2


def d_softplus(z):
    return sigmoid(z)


def d_silu(z):
    return sigmoid(z) * (1 + z * (1 - sigmoid(z)))


def d_gelu(z):
    Phi = 0.5 * (1 + np.vectorize(math.erf, otypes=[float])(z / math.sqrt(2)))
    return Phi + z * np.exp(-z * z / 2)
