import numpy as np


def exp_range(dtype):
    t = np.dtype(dtype).type
    info = np.finfo(dtype)
    high = t(np.log(float(info.max)))
    low = t(np.log(float(info.smallest_subnormal)) - np.log(2))
    return high, low
