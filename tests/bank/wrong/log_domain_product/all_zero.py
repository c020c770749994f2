import numpy as np


def log_likelihood(p):
    return float(np.sum(np.log(p)))


def _logsumexp(v):
    m = np.max(v)
    return m + np.log(np.sum(np.exp(v - m)))


def log_mixture(logw, logp):
    logw = logw - _logsumexp(logw)  # now the weights sum to 1
    return float(_logsumexp(logw + logp))
