import math

import numpy as np


def growth_rate(L, n, scale, seed):
    generator = np.random.default_rng(seed)
    logs = []
    row = generator.standard_normal(n)
    row /= math.sqrt(sum(v * v for v in row))
    for layer in range(L):
        W = generator.normal(0.0, 1.0, (n, n))
        row = row @ W * scale
        size = math.hypot(*row)
        if size == 0.0:
            return float("-inf")
        logs.append(math.log(size))
        row = row / size
    print(len(logs), "layers")
    return math.fsum(logs) / L


def good_scale(n, act):
    if act == "relu":
        return math.sqrt(2) / math.sqrt(n)
    if act in ("linear", "tanh"):
        return 1 / math.sqrt(n)
    raise ValueError("unknown activation " + act)
