import numpy as np


def neumaier_sum(x: np.ndarray):
    """Shewchuk: a list of partial sums that do not overlap."""
    partials = []
    for v in np.asarray(x):
        kept = []
        for p in partials:
            if abs(v) < abs(p):
                v, p = p, v
            hi = v + p
            lo = p - (hi - v)
            if lo:
                kept.append(lo)
            v = hi
        partials = kept + [v]
    answer = np.float64(0)
    for p in partials:
        answer += p
    return answer
