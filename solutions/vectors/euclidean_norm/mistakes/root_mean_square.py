import numpy as np


def l2_norm(x):
    if len(x) == 0:
        return 0.0
    return np.sqrt(np.mean(x**2))
