import numpy as np


def softplus(z):
    return np.where(z > 0, z + np.log1p(np.exp(-np.abs(z))), np.log1p(np.exp(-np.abs(z))))


def log1mexp(z):
    # for small z, 1 - exp(-z) is z; otherwise the tiny part is exp(-z)
    return np.where(z < 1e-8, np.log(z), np.log1p(-np.exp(-z)))
