import numpy as np


def log_softmax(Z, axis=-1):
    rows = np.moveaxis(Z, axis, 0)
    best = np.maximum.reduce(rows)
    soft_max = best + np.log(np.einsum("c...->...", np.exp(rows - best)))
    return np.moveaxis(rows - soft_max, 0, axis)
