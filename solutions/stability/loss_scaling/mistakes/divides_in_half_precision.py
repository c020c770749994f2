import numpy as np

FACTOR = 1  # 0: a division by s itself, which is infinite in float16 from 65536 on
CONSTANTS = {"FACTOR": (0,)}


def choose_scale(g32):
    m = float(np.max(np.abs(g32)))
    s = 1
    while s < 2**24 and m * s * 2 < 65504:
        s *= 2
    return s


def unscale(g16, s):
    half = g16 * np.float16(1 / s) if FACTOR else g16 / s
    return half.astype(np.float32)
