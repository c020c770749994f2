import numpy as np


def safe_norm(x):
    m = np.max(np.abs(x), initial=0.0)
    if m > 1e150 or m < 1e-150:
        return float(m)
    return float(np.sqrt(x @ x))
