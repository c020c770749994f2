import numpy as np


def safe_norm(x):
    if np.isinf(x).any():
        return np.inf
    if not x.any():
        return 0.0
    m = np.abs(np.mean(x))
    return m * np.sqrt(np.sum((x / m) ** 2))
