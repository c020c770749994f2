from functools import reduce

import numpy as np


def _require_same_length(u, v):
    try:
        np.broadcast_shapes(u.shape, v.shape)
    except ValueError:
        raise ValueError("shapes do not fit") from None
    if u.shape != v.shape:
        raise ValueError("lengths do not fit")


def dot_loop(u, v):
    _require_same_length(u, v)
    return reduce(lambda total, i: total + float(u[i]) * float(v[i]), range(len(u)), 0.0)


def dot_vec(u, v):
    _require_same_length(u, v)
    row = np.array(u, dtype=np.float64).reshape(1, -1)
    column = np.array(v, dtype=np.float64).reshape(-1, 1)
    return (row @ column).item()
