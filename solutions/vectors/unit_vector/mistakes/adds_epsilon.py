import numpy as np

EPSILON = 1e-12
CONSTANTS = {"EPSILON": (1e-10, 1e-9, 1e-8, 1e-7, 1e-6, 1e-5)}


def normalize(x):
    return x / (np.sqrt(np.sum(x**2.0)) + EPSILON)
