import numpy as np


def exp_range(dtype):
    t = np.dtype(dtype).type
    ends = []
    with np.errstate(all="ignore"):
        for sign in (t(1), t(-1)):
            x = t(0)
            step = t(512)
            while step > (t(1e-7) if dtype != "float64" else t(1e-15)):
                y = t(x + sign * step)
                value = np.exp(y)
                if value != 0 and not np.isinf(value):
                    x = y
                step = t(step / t(2))
            # the last numbers one by one
            while True:
                y = np.nextafter(x, sign * t(np.inf))
                if np.exp(y) == 0 or np.isinf(np.exp(y)):
                    break
                x = y
            ends.append(float(x))
    return tuple(ends)
