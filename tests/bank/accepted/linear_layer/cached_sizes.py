import functools

import numpy as np


@functools.cache
def values_of_an_example(shape):
    return functools.reduce(lambda a, b: a * b, shape, 1)


def linear(X, W, b):
    rows = X.reshape(-1, values_of_an_example(X.shape[1:]))
    if rows.shape[1] != W.shape[0]:
        raise ValueError("examples of the wrong size")
    return np.stack([np.dot(rows, w) for w in W.T], axis=1) + b
