import numpy as np

BOUND = 20.0
CONSTANTS = {"BOUND": (15.0, 30.0, 36.0, 50.0, 88.0, 100.0)}


def sigmoid(z):
    return 1 / (1 + np.exp(-np.clip(z, -BOUND, BOUND)))
