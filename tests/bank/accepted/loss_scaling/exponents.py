import math

import numpy as np


def choose_scale(g32):
    largest = np.abs(g32.ravel(), dtype=np.float64).max()
    if largest == 0:
        return 1 << 24
    digits, exponent = math.frexp(largest)  # digits from 0.5 to 1
    window_digits, window_exponent = math.frexp(65504.0)
    k = window_exponent - exponent
    if digits >= window_digits:
        k -= 1
    return 1 << min(k, 24)


def unscale(g16, s):
    # only the exponent moves
    k = int(s).bit_length() - 1
    return np.ldexp(np.asarray(g16, dtype=np.float32), -k)
