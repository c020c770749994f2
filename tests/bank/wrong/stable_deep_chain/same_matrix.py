import numpy as np


def growth_rate(L, n, scale, seed) -> float:
    if scale == 0:
        return -np.inf
    rng = np.random.default_rng(seed)
    W = scale * rng.standard_normal((n, n))
    x = rng.standard_normal(n)
    x /= np.linalg.norm(x)
    rate = 0.0
    for _ in range(L):
        x = W @ x
        length = np.linalg.norm(x)
        rate += np.log(length) / L
        x = x / length
    return float(rate)


def good_scale(n, act) -> float:
    if act == "relu":
        return float(np.sqrt(2 / n))
    if act == "linear" or act == "tanh":
        return float(np.sqrt(1 / n))
    raise ValueError("act must be linear, tanh or relu")
