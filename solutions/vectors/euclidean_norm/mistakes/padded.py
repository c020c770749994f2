import numpy as np

EPSILON = 1e-12
CONSTANTS = {"EPSILON": (1e-10, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4)}


def l2_norm(x):
    return np.sqrt(np.sum(x**2) + EPSILON)
