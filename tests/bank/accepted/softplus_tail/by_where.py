import numpy as np


def softplus(z):
    return np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z)))


def log1mexp(z):
    small = np.minimum(z, 1.0)
    return np.where(z < np.log(2), np.log(-np.expm1(-small)), np.log1p(-np.exp(-z)))
