import numpy as np


def safe_norm(x):
    m = np.max(np.abs(x), initial=0.0)
    if np.isclose(m, 0) or np.isinf(m):
        return float(m) if np.isinf(m) else 0.0
    return float(m * np.sqrt(np.sum((x / m) ** 2)))
