import numpy as np


def probe(dtype):
    t = np.dtype(dtype).type
    one, two = t(1), t(2)
    eps = one
    while one + eps / two > one:
        eps /= two
    big = two - eps
    with np.errstate(over="ignore"):
        while big * two < np.inf:
            big *= two
    small = one
    while small / two > 0:
        small /= two
    return {
        "epsilon": eps,
        "largest": big,
        "smallest_normal": small,
        "smallest_subnormal": small,
    }
