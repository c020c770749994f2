import math

import numpy as np


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))


def d_softplus(z):
    return sigmoid(z)


def d_silu(z):
    return sigmoid(z) + z * sigmoid(z) * sigmoid(-z)


def d_gelu(z):
    Phi = 0.5 * (1 + np.vectorize(math.erf, otypes=[float])(z / math.sqrt(2)))
    return Phi - z * np.exp(-z * z / 2) / math.sqrt(2 * math.pi)
