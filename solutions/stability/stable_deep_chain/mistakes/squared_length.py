import numpy as np


def growth_rate(L, n, scale, seed):
    rng = np.random.default_rng(seed)
    x = rng.normal(size=n)
    x = x / np.sqrt(x @ x)
    total = 0.0
    for _ in range(L):
        x = scale * rng.normal(size=(n, n)) @ x
        squared = x @ x
        if squared == 0:
            return -np.inf
        total += np.log(squared)
        x = x / np.sqrt(squared)
    return total / L


def good_scale(n, act):
    gains = {"linear": 1, "tanh": 1, "relu": 2}
    if act not in gains:
        raise ValueError(act)
    return (gains[act] / n) ** 0.5
