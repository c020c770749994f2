import numpy as np


def growth_rate(L, n, scale, seed):
    rng = np.random.default_rng(seed)
    x = rng.normal(size=n)
    start = np.linalg.norm(x)
    for _ in range(L):
        x = scale * rng.normal(size=(n, n)) @ x
    return np.log(np.linalg.norm(x) / start) / L


def good_scale(n, act):
    gains = {"linear": 1, "tanh": 1, "relu": 2}
    if act not in gains:
        raise ValueError(act)
    return (gains[act] / n) ** 0.5
