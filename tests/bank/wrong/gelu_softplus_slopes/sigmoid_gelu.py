import numpy as np


def s(z):
    return (1 + np.tanh(z / 2)) / 2


def d_softplus(z):
    return s(z)


def d_silu(z):
    return s(z) + z * s(z) * s(-z)


def d_gelu(z):
    u = 1.702 * z
    return s(u) + u * s(u) * s(-u)
