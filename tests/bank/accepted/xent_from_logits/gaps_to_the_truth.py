import numpy as np


def cross_entropy(Z, y):
    truth = np.take_along_axis(Z, y[:, None], axis=1)
    gaps = Z - truth
    top = np.maximum(gaps.max(axis=1), 0)
    return float(np.average(top + np.log(np.exp(gaps - top[:, None]).sum(axis=1))))
