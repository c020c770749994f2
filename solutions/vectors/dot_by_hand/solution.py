import numpy as np


def dot_loop(u, v) -> float:
    """Return the dot product of u and v, both of shape (n,), with an explicit loop."""
    if len(u) != len(v):
        raise ValueError(f"the lengths differ: {len(u)} and {len(v)}")
    total = 0.0
    for i in range(len(u)):
        total += float(u[i]) * float(v[i])
    return total


def dot_vec(u: np.ndarray, v: np.ndarray) -> float:
    """Return the dot product of u and v, both of shape (n,), without a Python loop."""
    if len(u) != len(v):
        raise ValueError(f"the lengths differ: {len(u)} and {len(v)}")
    return float(np.dot(u.astype(np.float64), v.astype(np.float64)))
