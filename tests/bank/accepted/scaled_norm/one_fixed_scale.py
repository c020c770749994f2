import numpy as np


def safe_norm(x):
    y = x * 1e-150 if np.max(np.abs(x), initial=0.0) > 1 else x * 1e150
    s = 1e150 if np.max(np.abs(x), initial=0.0) > 1 else 1e-150
    return float(np.sqrt(y @ y) * s)
