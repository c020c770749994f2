import numpy as np


def l2_norm(x):
    return np.sum(x**2)
