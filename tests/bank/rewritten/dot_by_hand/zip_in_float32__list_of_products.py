import numpy as np


def dot_loop(u, v):
    products = [x * y for x, y in zip(u, v)]
    answer = 0
    for p in products:
        answer = answer + p
    return answer


def dot_vec(u, v):
    if np.size(u) != np.size(v):
        raise ValueError
    return np.inner(u.astype(np.float64), v.astype(np.float64))
