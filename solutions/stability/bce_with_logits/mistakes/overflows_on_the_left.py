import numpy as np


def bce_with_logits(z, y):
    return np.log1p(np.exp(-z)) + (1 - y) * z
