import numpy as np


def normalize(x):
    y = np.array(x, dtype=np.float64)
    m = np.linalg.norm(y, np.inf)
    y = np.divide(y, m, out=np.zeros_like(y), where=m > 0)
    n = np.linalg.norm(y)
    return y / (n if n > 0 else 1.0)
