import numpy as np


def choose_scale(g32: np.ndarray) -> int:
    m = float(np.max(np.abs(g32)))
    s = 2**24
    while m * s >= 65504:
        s //= 2
    return s


def unscale(g16, s):
    return g16.astype(np.float32) / np.float32(s)
