import math

import numpy as np


def d_softplus(z):
    return (1 + np.tanh(z / 2)) / 2


def d_silu(z):
    s = d_softplus(z)
    return z * s * (1 - s)


def d_gelu(z):
    Phi = 0.5 * (1 + np.vectorize(math.erf, otypes=[float])(z / math.sqrt(2)))
    return Phi + z * np.exp(-z * z / 2) / math.sqrt(2 * math.pi)
