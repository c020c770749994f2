import numpy as np

THRESHOLD = 1e-12
CONSTANTS = {"THRESHOLD": (1e-16, 1e-15, 1e-14, 1e-10, 1e-9, 1e-8)}


def normalize(x):
    m = np.max(np.abs(x))
    if m < THRESHOLD:
        return np.zeros(len(x))
    y = x / m
    return y / np.linalg.norm(y)
