import numpy as np


def choose_scale(g32):
    m = float(np.max(g32))
    s = 1
    while s < 2**24 and m * s * 2 < 65504:
        s *= 2
    return s


def unscale(g16, s):
    return g16.astype(np.float32) / np.float32(s)
