import numpy as np


def log_likelihood(p):
    return np.sum(np.log(p))


def lse(t):
    m = t.max()
    return m if np.isinf(m) else m + np.log(np.sum(np.exp(t - m)))


def log_mixture(logw, logp):
    return lse(logw * logp) - lse(logw)
