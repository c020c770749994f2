import numpy as np


def _sigmoid(z):
    return 0.5 * (1 + np.tanh(z / 2))


def d_softplus(z):
    return _sigmoid(z)


def d_silu(z):
    s = _sigmoid(z)
    return s * (1 + z * (1 - s))


def d_gelu(z):
    # gelu(z) = z/2 (1 + tanh(c (z + 0.044715 z^3)))
    c = np.sqrt(2 / np.pi)
    t = np.tanh(c * (z + 0.044715 * z**3))
    return 0.5 * (1 + t) + 0.5 * z * (1 - t**2) * c * (1 + 3 * 0.044715 * z**2)
