import numpy as np


def growth_rate(L, n, scale, seed) -> float:
    """Return the mean growth per layer of the logarithm of a signal's length.

    L: number of layers; n: their width; scale: standard deviation of the weights; seed: int
    """
    raise NotImplementedError


def good_scale(n, act) -> float:
    """Return the standard deviation of the weights that keeps the mean squared length.

    n: width; act: 'linear', 'tanh' or 'relu'
    """
    raise NotImplementedError
