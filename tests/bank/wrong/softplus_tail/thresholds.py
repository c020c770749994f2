import numpy as np


def softplus(z):
    return np.where(z > 20, z, np.log1p(np.exp(np.minimum(z, 20))))


def log1mexp(z):
    return np.where(z > 20, 0.0, np.log(-np.expm1(-z)))
