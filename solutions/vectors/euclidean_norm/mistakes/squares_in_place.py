import numpy as np


def l2_norm(x):
    x *= x
    return np.sqrt(np.sum(x))
