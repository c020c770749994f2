import numpy as np


def softplus(z):
    out = np.zeros(len(z))
    up = z > 0
    out[up] = z[up] + np.log1p(np.exp(-z[up]))
    out[~up] = np.log1p(np.exp(z[~up]))
    return out


def log1mexp(z):
    out = np.zeros(len(z))
    near = z < 0.6931
    out[near] = np.log(-np.expm1(-z[near]))
    out[~near] = np.log1p(-np.exp(-z[~near]))
    return out
