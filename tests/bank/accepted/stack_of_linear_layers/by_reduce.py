from functools import reduce

import numpy as np


def _after(first, second):
    (W, b), (V, c) = first, second
    return W @ V, b @ V + c


def collapse(layers):
    if not layers:
        raise ValueError("an empty stack has no shape")
    W, b = reduce(_after, layers)
    return np.array(W), np.array(b)
