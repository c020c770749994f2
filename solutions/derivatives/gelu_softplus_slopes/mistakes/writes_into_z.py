import math

import numpy as np


def d_softplus(z):
    return (1 + np.tanh(z / 2)) / 2


def d_silu(z):
    s = d_softplus(z)
    return s + z * s * (1 - s)


def d_gelu(z):
    bell = np.exp(-z * z / 2) / math.sqrt(2 * math.pi)
    second = z * bell
    z /= math.sqrt(2)
    return 0.5 * (1 + np.vectorize(math.erf, otypes=[float])(z)) + second
