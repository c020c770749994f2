import numpy as np


def l2_norm(x):
    return np.abs(np.sum(x))
