import numpy as np


def safe_norm(x):
    size = np.abs(x)
    size = size[size > 0]
    if size.size == 0:
        return 0.0
    top = size.max()
    if np.isinf(top):
        return np.inf
    logs = np.log2(size) - np.log2(top)
    return top * np.sqrt(np.sum(np.exp2(2 * logs)))
