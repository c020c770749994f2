import math

import numpy as np

_erf = np.vectorize(math.erf, otypes=[float])


def _sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))


def d_softplus(z):
    return _sigmoid(z)


def d_silu(z):
    s = _sigmoid(z)
    return s + z * s * (1 - s)


def d_gelu(z):
    door = (1 + _erf(z / math.sqrt(2))) / 2
    opening = np.exp(-z * z / 2) / math.sqrt(2 * math.pi)
    return np.asarray(door + z * opening)
