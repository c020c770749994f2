import numpy as np


def exp_range(dtype):
    t = np.dtype(dtype).type

    def search(good, bad, test):
        for _ in range(100):
            middle = (good + bad) / 2
            if test(np.exp(t(middle))):
                good = middle
            else:
                bad = middle
        return good

    with np.errstate(over="ignore", under="ignore"):
        return search(0.0, 1000.0, np.isfinite), search(0.0, -1000.0, lambda value: value > 0)
