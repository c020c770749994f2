import numpy as np


def softplus(z):
    value = np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z)))
    return np.where(z < -8, 0.0, value)


def log1mexp(z):
    return np.where(z < 0.6931, np.log(-np.expm1(-z)), np.log1p(-np.exp(-z)))
