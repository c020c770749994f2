import numpy as np


def log_likelihood(p):
    with np.errstate(divide="ignore"):  # the logarithm of 0 is meant
        return np.log(p).sum()


def log_mixture(logw, logp):
    return log_total(logw + logp) - log_total(logw)


def log_total(terms):
    largest = terms.max()
    if largest == -np.inf:
        return largest
    return largest + np.log(np.exp(terms - largest).sum())
