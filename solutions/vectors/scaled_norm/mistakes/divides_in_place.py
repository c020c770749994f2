import numpy as np


def safe_norm(x):
    m = np.max(np.abs(x), initial=0.0)
    if m == 0 or np.isinf(m):
        return m
    x /= m
    return m * np.sqrt(np.sum(x**2))
