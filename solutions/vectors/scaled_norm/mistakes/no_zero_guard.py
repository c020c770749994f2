import numpy as np


def safe_norm(x):
    if np.isinf(x).any():
        return np.inf
    m = np.max(np.abs(x))
    return m * np.sqrt(np.sum((x / m) ** 2))
