import numpy as np


def exp_range(dtype):
    t = np.dtype(dtype).type
    high = low = t(0)
    for x in range(1001):
        try:
            np.exp(t(x))
            np.exp(t(-x))
            high, low = t(x), t(-x)
        except OverflowError:
            break
    return high, low
