import math

import numpy as np


def clip(grads, c):
    norm = 0.0
    for key in grads:
        for value in grads[key].flatten():
            if math.isnan(value) or math.isinf(value):
                raise ValueError("bad gradient in " + key)
            norm = math.hypot(norm, value)
    result = {}
    for key in grads:
        if norm <= c:
            result[key] = grads[key]
        else:
            result[key] = np.zeros(grads[key].shape)
            for place in np.ndindex(grads[key].shape):
                result[key][place] = grads[key][place] / norm * c
    return result, norm
