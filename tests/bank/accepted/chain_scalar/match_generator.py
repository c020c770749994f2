from functools import reduce
from operator import mul

import numpy as np


def _step(name, v):
    """value and slope of one function at v"""
    match name:
        case "double":
            return 2.0 * v, 2.0
        case "negate":
            return -v, -1.0
        case "square":
            return v**2, 2.0 * v
        case "exp":
            return (e := np.exp(v)), e
        case "sin":
            return np.sin(v), np.cos(v)
        case "tanh":
            return (t := np.tanh(v)), 1.0 - t**2
        case "sigmoid":
            return (s := 1.0 / (1.0 + np.exp(-v))), s * (1.0 - s)
        case "relu":
            return (v, 1.0) if v > 0 else (0.0, 0.0)
        case _:
            raise ValueError(name)


def _walk(fs, v):
    for name in fs:
        v, slope = _step(name, v)
        yield slope


def chain(fs, x):
    factors = list(_walk(fs, x))
    return reduce(mul, factors, 1.0), factors
