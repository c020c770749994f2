import numpy as np


def choose_scale(g32: np.ndarray) -> int:
    biggest = float(np.abs(g32).max())
    s = 1
    while s < 2**24 and biggest * (2 * s) < 65504:
        s *= 2
    return s


def unscale(g16, s):
    return (g16 / s).astype(np.float32)
