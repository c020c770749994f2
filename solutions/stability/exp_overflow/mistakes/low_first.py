import numpy as np


def exp_range(dtype):
    t = np.dtype(dtype).type
    info = np.finfo(dtype)
    with np.errstate(over="ignore", under="ignore"):
        high = t(np.log(info.max))
        while np.isinf(np.exp(high)):
            high = np.nextafter(high, t(0))
    low = t(np.log(float(info.smallest_subnormal)) - np.log(2))
    return low, high
