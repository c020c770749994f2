import numpy as np


def probe(dtype):
    t = np.dtype(dtype).type
    two = t(2)
    small = t(1)
    while small / two > 0:
        small /= two
    step = t(1)
    while t(1) + step / two != t(1):
        step /= two
    big = two - step
    with np.errstate(over="ignore"):
        while np.isfinite(big * two):
            big *= two
    return {
        "epsilon": small,
        "largest": big,
        "smallest_normal": small / step,
        "smallest_subnormal": small,
    }
