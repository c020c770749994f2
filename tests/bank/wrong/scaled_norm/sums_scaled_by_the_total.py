import numpy as np


def safe_norm(x):
    m = float(np.sum(np.abs(x)))
    if m == 0 or np.isinf(m):
        return m
    return float(m * np.sum((x / m) ** 2))
