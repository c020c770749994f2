import numpy as np

THRESHOLD = 1e-12
CONSTANTS = {"THRESHOLD": (1e-16, 1e-15, 1e-14, 1e-10, 1e-9, 1e-8, 1e-7, 1e-6)}


def safe_norm(x):
    m = np.max(np.abs(x), initial=0.0)
    if m < THRESHOLD:
        return 0.0
    if np.isinf(m):
        return np.inf
    return m * np.sqrt(np.sum((x / m) ** 2))
