import numpy as np


def exp_range(dtype: str) -> tuple[float, float]:
    """Return (high, low), the ends of the range in which exp is finite and not 0."""
    number = np.dtype(dtype).type
    with np.errstate(over="ignore", under="ignore"):
        high = last(number(0), number(1000), lambda x: np.isfinite(np.exp(x)))
        low = last(number(0), number(-1000), lambda x: np.exp(x) > 0)
    return high, low


def last(good, bad, is_good):
    """Return the last number that is good on the way from good to bad, of their type."""
    while True:
        middle = (good + bad) / 2  # of the same type
        if middle in (good, bad):
            return good
        if is_good(middle):
            good = middle
        else:
            bad = middle
