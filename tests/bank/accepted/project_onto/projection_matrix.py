import math

import numpy as np


def project(v, u):
    length = math.sqrt(sum(x * x for x in u))
    if length == 0:
        raise ValueError("u is zero")
    e = (u / length).reshape(-1, 1)
    P = e @ e.T
    return P @ v, (np.eye(len(u)) - P) @ v
