import numpy as np


def log_likelihood(p):
    return np.sum(np.log(p))


def log_mixture(logw, logp):
    w = np.exp(logw)
    return np.log(np.sum(w * np.exp(logp)) / np.sum(w))
