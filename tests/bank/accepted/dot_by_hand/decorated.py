import functools

import numpy as np


class LengthsDiffer(ValueError):
    pass


def same_lengths(function):
    @functools.wraps(function)
    def checked(*args, **kwargs):
        if len(args[0]) != len(args[1]):
            raise LengthsDiffer()
        return function(*args, **kwargs)

    return checked


@same_lengths
def dot_loop(u, v):
    total = np.zeros(1)
    for k, x in enumerate(u):
        total[0] += np.double(x) * np.double(v[k])
    return total[0]


@same_lengths
def dot_vec(u, v):
    return np.inner(np.asarray(u, np.float64), np.asarray(v, np.float64))
