import numpy as np


def exp_range(dtype):
    kind = np.dtype(dtype).type
    info = np.finfo(kind)
    outward, back = kind(np.inf), kind(0)

    def settle(x, fine, away):
        # the logarithm brings us near the wall, the last steps we walk
        x = kind(x)
        while not fine(np.exp(x)):
            x = np.nextafter(x, back)
        while fine(np.exp(beyond := np.nextafter(x, away))):
            x = beyond
        return x

    with np.errstate(over="ignore", under="ignore"):
        high = settle(np.log(float(info.max)), np.isfinite, outward)
        low = settle(np.log(float(info.smallest_subnormal)) - np.log(2), lambda e: e != 0, -outward)
    return high, low
