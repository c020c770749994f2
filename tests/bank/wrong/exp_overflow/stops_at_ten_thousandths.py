import numpy as np


def exp_range(dtype):
    # all the numbers from 0 to 1000, in steps
    x = np.arange(0, 1000, 0.001).astype(dtype)
    with np.errstate(all="ignore"):
        up = x[np.isfinite(np.exp(x))].max()
        down = x[np.exp(-x) > 0].max()
    return float(up), float(-down)
