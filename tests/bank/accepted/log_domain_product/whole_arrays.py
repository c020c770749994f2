import numpy as np


def _lse(v):
    top = v.max()
    if top == -np.inf:
        return top
    return top + np.log(np.exp(v - top).sum())


def log_likelihood(p):
    with np.errstate(divide="ignore"):
        return float(np.log(p).sum())


def log_mixture(logw, logp):
    return float(_lse(logw + logp) - _lse(logw))
