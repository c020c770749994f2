import numpy as np


def log_likelihood(p):
    p = np.where(p == 0, 1e-300, p)
    return np.log(p).sum()


def log_mixture(logw, logp):
    m = np.max(logp)
    w = np.exp(logw)
    return m + np.log(np.sum(w * np.exp(logp - m)) / np.sum(w))
