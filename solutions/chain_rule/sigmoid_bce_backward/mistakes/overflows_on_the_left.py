import numpy as np


def composed(z, y):
    p = 1 / (1 + np.exp(-z))
    loss = -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
    return loss, (p - y) / len(z)


def fused(z, y):
    p = 1 / (1 + np.exp(-z))
    return np.mean((1 - y) * z + np.log1p(np.exp(-z))), (p - y) / len(z)
