import itertools

import numpy as np


def outer(u, v):
    pairs = itertools.product(u, v)  # v runs fastest: row after row
    table = np.fromiter((a * b for a, b in pairs), dtype=float, count=len(u) * len(v))
    return table.reshape(len(u), len(v))
