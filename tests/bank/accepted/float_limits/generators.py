from itertools import takewhile

import numpy as np


def _powers(start, factor):
    while True:
        yield start
        start = start * factor


def _last(start, factor, condition):
    *_, last = takewhile(condition, _powers(start, factor))
    return last


def probe(dtype):
    T = np.dtype(dtype).type
    one, two, half = T(1), T(2), T(0.5)
    with np.errstate(over="ignore", under="ignore"):
        eps = _last(one, half, lambda s: (one + s) - one == s)
        top = _last(one, two, lambda p: p < np.inf)
        largest = top
        step = top * half
        while largest + step < np.inf and largest + step > largest:  # one digit after the other
            largest = largest + step
            step = step * half
        # a power of two is normal as long as its neighbour, eps times as far, is another number
        normal = _last(one, half, lambda p: p * (one + eps) > p)
        tiny = _last(one, half, lambda p: p > 0)
    return dict(
        epsilon=float(eps),
        largest=float(largest),
        smallest_normal=float(normal),
        smallest_subnormal=float(tiny),
    )
