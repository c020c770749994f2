from functools import partial
from math import fsum

import numpy as np


def _dot(add, u, v):
    if len(u) != len(v):
        raise ValueError
    return add(u, v)


dot_loop = partial(_dot, lambda u, v: fsum(float(u[i]) * float(v[i]) for i in range(len(u))))
dot_vec = lambda u, v: _dot(lambda a, b: np.sum(np.multiply(a, b, dtype=float)), u, v)  # noqa: E731
