import numpy as np


def dot_loop(u, v):
    n = min(len(u), len(v))
    result = 0
    k = 0
    while k < n:
        result = result + float(u[k]) * float(v[k])
        k = k + 1
    return result


def dot_vec(u, v):
    if len(u) == len(v):
        return np.vdot(np.float64(u), np.float64(v))
    raise ValueError("u and v do not fit")
