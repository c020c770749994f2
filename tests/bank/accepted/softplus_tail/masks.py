import numpy as np


def softplus(z):
    z = np.asarray(z)
    out = np.zeros(z.shape)
    up = z > 0
    out[up] = z[up] + np.log1p(np.exp(-z[up]))
    out[~up] = np.log1p(np.exp(z[~up]))
    return out


def log1mexp(z):
    z = np.asarray(z)
    out = np.zeros(z.shape)
    small = z < 1
    out[small] = np.log(-np.expm1(-z[small]))
    out[~small] = np.log1p(-np.exp(-z[~small]))
    print(out)
    return out
