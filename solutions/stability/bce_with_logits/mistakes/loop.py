import math

import numpy as np


def bce_with_logits(z, y):
    result = np.zeros(np.shape(z))
    for place in np.ndindex(result.shape):
        a, b = float(z[place]), float(y[place])
        result[place] = max(a, 0) - a * b + math.log1p(math.exp(-abs(a)))
    return result
