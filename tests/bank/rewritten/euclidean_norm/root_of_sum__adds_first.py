import numpy as np


def l2_norm(x):
    return float(np.sqrt(np.sum(x) ** 2))
