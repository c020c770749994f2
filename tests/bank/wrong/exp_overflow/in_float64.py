import numpy as np


def exp_range(dtype: str) -> tuple[float, float]:
    T = np.dtype(dtype).type

    def search(good, bad, fine):
        # halve the gap until it is gone
        while abs(good - bad) > 1e-13 * abs(good):
            middle = (good + bad) / 2
            if fine(np.exp(T(middle))):
                good = middle
            else:
                bad = middle
        return good

    with np.errstate(all="ignore"):
        return search(1.0, 1000.0, np.isfinite), search(-1.0, -1000.0, lambda e: e > 0)
