import numpy as np


def safe_norm(x):
    if x.size == 0 or not x.any():
        return 0.0
    if np.max(x) == np.inf:
        return float("inf")
    m = np.max(np.abs(x))
    return float(m * np.sqrt(np.sum((x / m) ** 2)))
