import math

import numpy as np


def one(v):
    if v >= 0:
        return 1 / (1 + math.exp(-v))
    e = math.exp(v)
    return e / (1 + e)


def sigmoid(z):
    result = np.zeros(np.shape(z))
    for place in np.ndindex(result.shape):
        result[place] = one(float(z[place]))
    return result
