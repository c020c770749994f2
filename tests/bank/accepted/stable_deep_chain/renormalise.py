import math

import numpy as np


def growth_rate(L, n, scale, seed) -> float:
    rng = np.random.default_rng(seed)
    x = np.ones(n) / math.sqrt(n)
    total = 0.0
    for _ in range(L):
        x = scale * (rng.standard_normal((n, n)) @ x)
        length = float(np.linalg.norm(x))
        if length == 0:
            return -math.inf
        total += math.log(length)
        x = x / length
    return total / L


def good_scale(n, act) -> float:
    if act in ("linear", "tanh"):
        return math.sqrt(1 / n)
    if act == "relu":
        return math.sqrt(2 / n)
    raise ValueError(f"unknown activation {act!r}")
