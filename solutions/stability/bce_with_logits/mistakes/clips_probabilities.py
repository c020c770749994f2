import numpy as np


def bce_with_logits(z, y):
    s = np.clip(1 / (1 + np.exp(-z)), 1e-15, 1 - 1e-15)
    return -(y * np.log(s) + (1 - y) * np.log(1 - s))
