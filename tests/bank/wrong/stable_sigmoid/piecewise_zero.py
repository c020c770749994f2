import numpy as np


def sigmoid(z):
    return np.where(z > 700, 1.0, np.where(z < -100, 0.0, 1 / (1 + np.exp(-np.clip(z, -700, 700)))))
