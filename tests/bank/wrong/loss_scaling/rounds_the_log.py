import numpy as np


def choose_scale(g32):
    m = np.max(np.abs(g32))
    return int(2 ** np.round(np.log2(65504 / m)))


def unscale(g16, s):
    return np.float32(g16 / s)
