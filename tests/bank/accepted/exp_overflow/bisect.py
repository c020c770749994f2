import numpy as np


def _last_good(T, good, bad, fine):
    while True:
        middle = T((float(good) + float(bad)) / 2)
        if middle == good or middle == bad:
            return good
        if fine(np.exp(middle)):
            good = middle
        else:
            bad = middle


def exp_range(dtype: str) -> tuple[float, float]:
    T = np.dtype(dtype).type
    with np.errstate(all="ignore"):
        high = _last_good(T, T(0), T(1000), np.isfinite)
        low = _last_good(T, T(0), T(-1000), lambda y: y > 0)
    return float(high), float(low)
