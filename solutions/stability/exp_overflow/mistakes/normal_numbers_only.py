import numpy as np


def exp_range(dtype):
    t = np.dtype(dtype).type
    info = np.finfo(dtype)
    with np.errstate(over="ignore"):
        x = t(np.log(info.max))
        while np.isinf(np.exp(x)):
            x = np.nextafter(x, t(0))
    return x, t(np.log(info.smallest_normal))
