import numpy as np

EPSILON = 1e-12
CONSTANTS = {"EPSILON": (1e-16, 1e-15, 1e-10, 1e-9, 1e-8)}


def log_likelihood(p):
    return np.sum(np.log(p + EPSILON))


def lse(t):
    m = t.max()
    return m if np.isinf(m) else m + np.log(np.sum(np.exp(t - m)))


def log_mixture(logw, logp):
    return lse(logw + logp) - lse(logw)
