import numpy as np


def exp_range(dtype):
    t = np.dtype(dtype).type
    with np.errstate(over="ignore"):
        x = t(np.log(np.finfo(dtype).max))
        while np.isinf(np.exp(x)):
            x = np.nextafter(x, t(0))
    return x, -x
