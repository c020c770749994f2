import numpy as np


def softplus(z):
    return np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z)))


def log1mexp(z):
    near, far = np.log(-np.expm1(-z)), np.log1p(-np.exp(-z))
    return np.where(z < np.log(2), near, far)
