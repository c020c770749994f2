import numpy as np


def softplus(z):
    return np.log1p(np.exp(-np.abs(z)))


def log1mexp(z):
    return np.where(z < 0.6931, np.log(-np.expm1(-z)), np.log1p(-np.exp(-z)))
