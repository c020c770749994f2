import numpy as np


def log_likelihood(p):
    """Return the natural logarithm of the product of p. p: (n,), entries from 0 to 1."""
    raise NotImplementedError


def log_mixture(logw, logp):
    """Return the logarithm of the mean of the probabilities, weighted.

    logw: (K,), logarithms of the weights, which need not sum to 1
    logp: (K,), logarithms of the probabilities; -inf stands for 0
    """
    raise NotImplementedError
