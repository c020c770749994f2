import numpy as np


def softmax(Z, axis=-1):
    """p_i = 1 / sum_j exp(z_j - z_i), from the shifted scores."""
    T = np.moveaxis(np.asarray(Z, dtype=float), axis, -1)
    T = T - T.max(axis=-1)[..., np.newaxis]
    weights = np.exp(T)
    shares = weights * np.reciprocal(weights @ np.ones(T.shape[-1]))[..., np.newaxis]
    return np.moveaxis(shares, -1, axis)
