import numpy as np


def dot_loop(u, v):
    if u.shape != v.shape:
        raise ValueError("u and v must have the same shape")
    s = 0.0
    for a, b in zip(u.tolist(), v.tolist(), strict=True):
        s += a * b
    return s


def dot_vec(u: np.ndarray, v: np.ndarray) -> float:
    both = u.astype(np.float64) * v
    return float(both.sum())
