import numpy as np


def probe(dtype):
    t = np.dtype(dtype).type
    one, two = t(1), t(2)
    eps, small = one, one
    while one + eps / two > one:
        eps /= two
    big = two - eps
    with np.errstate(over="ignore"):
        while big * two < np.inf:
            big *= two
    while small / two > 0:
        small /= two
    return {"eps": eps, "max": big, "min": small / eps, "tiny": small}
