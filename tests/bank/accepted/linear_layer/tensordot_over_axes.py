import math

import numpy as np


def linear(X, W, b):
    shape = X.shape[1:]
    if math.prod(shape) != W.shape[0]:
        raise ValueError("an example has another number of values")
    kernel = W.reshape(*shape, -1)
    axes = tuple(range(len(shape)))
    return np.tensordot(X, kernel, axes=([a + 1 for a in axes], axes)) + b
