import numpy as np

LIMIT = 20
CONSTANTS = {"LIMIT": (10, 12, 15, 16, 18)}


def softplus(z):
    return np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z)))


def log1mexp(z):
    return np.where(z > LIMIT, 0.0, np.log(-np.expm1(-z)))
