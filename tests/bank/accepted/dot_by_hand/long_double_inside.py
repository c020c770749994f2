import numpy as np


def dot_loop(u, v):
    if len(u) != len(v):
        raise ValueError
    total = np.longdouble(0)
    for a, b in zip(u, v, strict=True):
        total += np.longdouble(a) * np.longdouble(b)
    return float(total)


def dot_vec(u, v):
    if len(u) != len(v):
        raise ValueError
    return float(np.dot(u.astype(np.longdouble), v.astype(np.longdouble)))
