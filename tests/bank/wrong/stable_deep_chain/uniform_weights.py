import numpy as np


def growth_rate(L, n, scale, seed):
    rng = np.random.default_rng(seed)
    x = rng.random(n)
    total = 0
    for _ in range(L):
        y = rng.uniform(-scale, scale, size=(n, n)) @ x
        total += np.log(np.linalg.norm(y) / np.linalg.norm(x))
        x = y / np.linalg.norm(y)
    return total / L


def good_scale(n, act):
    return {"linear": 1 / np.sqrt(n), "tanh": 1 / np.sqrt(n), "relu": np.sqrt(2 / n)}[act]
