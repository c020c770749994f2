import numpy as np


def safe_norm(x):
    return np.sqrt(np.sum(x**2))
