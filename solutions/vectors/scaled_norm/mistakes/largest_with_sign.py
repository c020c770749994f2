import numpy as np


def safe_norm(x):
    if np.isinf(x).any():
        return np.inf
    m = np.max(x, initial=0.0)
    if m == 0:
        return 0.0
    return m * np.sqrt(np.sum((x / m) ** 2))
