import math

import numpy as np


def d_softplus(z):
    return np.log(1 + np.exp(z))


def d_silu(z):
    s = (1 + np.tanh(z / 2)) / 2
    return s + z * s * (1 - s)


def d_gelu(z):
    Phi = 0.5 * (1 + np.vectorize(math.erf, otypes=[float])(z / math.sqrt(2)))
    return Phi + z * np.exp(-z * z / 2) / math.sqrt(2 * math.pi)
