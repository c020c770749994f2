import numpy as np


def growth_rate(L, n, scale, seed):
    rng = np.random.default_rng(seed)
    x = rng.normal(size=n)
    rate = 0.0
    for _ in range(L):
        x = x / np.linalg.norm(x)
        x = scale * rng.normal(size=(n, n)) @ x
        if not x.any():
            return -np.inf
        rate = np.log(np.linalg.norm(x))
    return rate


def good_scale(n, act):
    gains = {"linear": 1, "tanh": 1, "relu": 2}
    if act not in gains:
        raise ValueError(act)
    return (gains[act] / n) ** 0.5
