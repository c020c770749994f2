import numpy as np


def cross_entropy(Z, y):
    rows = np.arange(len(y))
    Z = Z - Z.max(axis=1, keepdims=True)
    powers = np.exp(Z)
    powers[rows, y] = 0.0
    return np.mean(np.log(powers.sum(axis=1)) - Z[rows, y])
