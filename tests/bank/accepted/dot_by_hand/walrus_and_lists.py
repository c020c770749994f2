import numpy as np


def dot_loop(u: list[float], v: list[float]) -> float:
    if (n := len(u)) != len(v):
        raise ValueError(f"{n} entries against {len(v)}")
    products = [float(u[i]) * float(v[i]) for i in range(n)]
    total = 0.0
    for p in products:
        total += p
    return total


def dot_vec(u: np.ndarray, v: np.ndarray) -> float:
    if (n := u.shape[0]) != v.shape[0]:
        raise ValueError(f"{n} entries against {v.shape[0]}")
    return np.add.reduce(u.astype(float) * v.astype(float))
