import numpy as np

EPSILON = 1e-12
CONSTANTS = {"EPSILON": (1e-10, 1e-9, 1e-8, 1e-7, 1e-6)}


def safe_norm(x):
    if np.isinf(x).any():
        return np.inf
    m = np.max(np.abs(x), initial=0.0) + EPSILON
    return m * np.sqrt(np.sum((x / m) ** 2))
