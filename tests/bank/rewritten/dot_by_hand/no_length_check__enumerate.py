import numpy as np


def dot_loop(u, v):
    total = 0.0
    for position, entry in enumerate(u):
        product = float(entry) * float(v[position])
        total += product
    return total


def dot_vec(u, v):
    assert_equal_lengths(u, v)
    return np.dot(np.asarray(u, dtype=float), np.asarray(v, dtype=float))


def assert_equal_lengths(u, v):
    if len(u) != len(v):
        raise ValueError(f"{len(u)} is not {len(v)}")
