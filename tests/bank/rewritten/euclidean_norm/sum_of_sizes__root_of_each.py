import numpy as np


def l2_norm(x):
    return float(np.sum(np.sqrt(x**2)))
