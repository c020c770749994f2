import numpy as np


def safe_norm(x):
    if x.size == 0 or not x.all():
        return 0.0
    m = np.max(np.abs(x))
    if np.isinf(m):
        return float("inf")
    return float(m * np.sqrt(np.sum((x / m) ** 2)))
