import math

import numpy as np

GAIN = dict(linear=1, tanh=1, relu=2)


def growth_rate(L, n, scale, seed):
    if scale == 0:
        return -np.inf
    rng = np.random.default_rng(seed)
    x = rng.normal(size=n)
    start = math.hypot(*x)
    taken_out = 0  # a whole number of doublings
    for W in (rng.normal(scale=scale, size=(n, n)) for _ in range(L)):
        x = np.einsum("ij,j->i", W, x)
        _, e = math.frexp(np.abs(x).max())
        x = np.ldexp(x, -e)
        taken_out += e
    return (taken_out * math.log(2) + math.log(math.hypot(*x)) - math.log(start)) / L


def good_scale(n, act):
    match act:
        case "linear" | "tanh" | "relu":
            return (GAIN[act] / n) ** 0.5
        case _:
            raise ValueError(act)
