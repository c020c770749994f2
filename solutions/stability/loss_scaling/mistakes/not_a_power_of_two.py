import numpy as np


def choose_scale(g32):
    m = float(np.max(np.abs(g32)))
    if m == 0:
        return 2**24
    return max(1, min(2**24, int(65503.9 / m)))


def unscale(g16, s):
    return g16.astype(np.float32) / np.float32(s)
