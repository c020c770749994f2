import numpy as np


def l2_norm(x):
    return np.sqrt(np.sum(x**2, keepdims=True))
