import numpy as np


def growth_rate(L, n, scale, seed):
    rng = np.random.default_rng(seed)
    W = scale * rng.normal(size=(n, n))
    x = rng.normal(size=n)
    x = x / np.linalg.norm(x)
    total = 0.0
    for _ in range(L):
        x = W @ x
        if not x.any():
            return -np.inf
        total += np.log(np.linalg.norm(x))
        x = x / np.linalg.norm(x)
    return total / L


def good_scale(n, act):
    gains = {"linear": 1, "tanh": 1, "relu": 2}
    if act not in gains:
        raise ValueError(act)
    return (gains[act] / n) ** 0.5
