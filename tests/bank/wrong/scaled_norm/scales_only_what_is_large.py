import numpy as np


def safe_norm(x):
    m = np.max(np.abs(x), initial=0.0)
    if np.isinf(m):
        return float("inf")
    if m < 1e150:
        return float(np.sqrt(np.sum(x * x)))
    return float(m * np.sqrt(np.sum((x / m) ** 2)))
