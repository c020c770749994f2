import numpy as np


def probe(dtype):
    t = np.dtype(dtype).type
    one, two = t(1), t(2)
    eps = one
    while one + eps > one:
        eps /= two
    big = two - eps * two
    with np.errstate(over="ignore"):
        while not np.isinf(big * two):
            big *= two
    small = one
    while small / two > 0:
        small /= two
    return {
        "epsilon": eps,
        "largest": big,
        "smallest_normal": small / eps / two,
        "smallest_subnormal": small,
    }
