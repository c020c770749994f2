import numpy as np


def growth_rate(L, n, scale, seed) -> float:
    rng = np.random.default_rng(seed)
    x = np.ones(n) / np.sqrt(n)
    total = 0.0
    for _ in range(L):
        x = scale * rng.normal(size=(n, n)) @ x
        length = np.sqrt(x @ x)
        if length == 0:
            return -np.inf
        total += np.log(length)
        x = x / length
    return total / L


def good_scale(n, act) -> float:
    if act not in ("linear", "tanh", "relu"):
        raise ValueError(f"act is {act!r}; it must be 'linear', 'tanh' or 'relu'")
    return np.sqrt((2 if act == "relu" else 1) / n)
