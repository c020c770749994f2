from functools import reduce

import numpy as np


def _square(layer):
    W, b = layer
    top = np.hstack([W, np.zeros((W.shape[0], 1))])
    return np.vstack([top, np.append(b, 1.0)])


def collapse(layers):
    if not layers:
        raise ValueError("no layers")
    M = reduce(np.matmul, [_square(layer) for layer in layers])
    return M[:-1, :-1], M[-1, :-1]
