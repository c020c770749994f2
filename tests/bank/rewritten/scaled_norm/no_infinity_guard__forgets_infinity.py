import numpy as np


def safe_norm(x):
    m = np.max(np.abs(x), initial=0.0)
    if m == 0:
        return 0.0
    return float(m * np.sqrt(np.sum((x / m) ** 2)))
