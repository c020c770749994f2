import numpy as np


def log_likelihood(p):
    return np.sum(np.log(p))


def log_mixture(logw, logp):
    w = np.exp(logw - logw.max())
    kept = w > 0
    return np.sum(w[kept] * logp[kept]) / np.sum(w)
