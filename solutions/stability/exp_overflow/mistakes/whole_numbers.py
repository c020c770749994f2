import numpy as np


def exp_range(dtype):
    t = np.dtype(dtype).type
    high, low = 0, 0
    with np.errstate(over="ignore", under="ignore"):
        while np.isfinite(np.exp(t(high + 1))):
            high += 1
        while np.exp(t(low - 1)) > 0:
            low -= 1
    return high, low
