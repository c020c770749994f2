import numpy as np


def l2_norm(x):
    return np.sum(np.abs(x))
