import math

import numpy as np


def project(v, u):
    if np.all(u == 0):
        raise ValueError("no line")
    e = u / math.hypot(*u)
    mirrored = v - 2 * np.dot(e, v) * e
    return [(v - mirrored) / 2, (v + mirrored) / 2]
