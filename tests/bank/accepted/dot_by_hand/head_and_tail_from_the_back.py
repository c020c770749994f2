import math

import numpy as np


def dot_loop(u, v):
    if u.size - v.size:
        raise ValueError("not of one length")
    parts = []
    for i in reversed(range(u.size)):
        parts.append(float(u[i]) * float(v[i]))
    return math.fsum(parts)


def dot_vec(u, v):
    if u.size - v.size:
        raise ValueError("not of one length")
    a, b = u.astype(np.float64), v.astype(np.float64)
    a *= b
    return a.sum()
