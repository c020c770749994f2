import numpy as np


def probe(dtype):
    # my idea: search with small steps of 10 percent
    t = np.dtype(dtype).type
    eps = t(1)
    while t(1) + eps > t(1):
        last = eps
        eps = t(eps * t(0.9))
    tiny = t(1)
    while tiny > 0:
        small = tiny
        tiny = t(tiny * t(0.5))
    big = t(1)
    with np.errstate(over="ignore"):
        while np.isfinite(big):
            large = big
            big = t(big * t(1.1))
    return {
        "epsilon": last,
        "largest": large,
        "smallest_normal": small / last,
        "smallest_subnormal": small,
    }
