import numpy as np


def dot_loop(u, v):
    n = len(u)
    if n != len(v):
        raise ValueError("lengths")
    total = 0.0
    for i in range(n):
        total += float(u[i]) * float(v[i])
    return total


def dot_vec(u: np.ndarray, v: np.ndarray) -> np.ndarray:
    return np.multiply(u, v)
