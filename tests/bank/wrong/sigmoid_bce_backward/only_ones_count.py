import numpy as np


def composed(z, y):
    p = 1 / (1 + np.exp(-z))
    loss = -np.mean(y * np.log(p))
    return loss, -y * (1 - p) / len(z)


def fused(z, y):
    p = 1 / (1 + np.exp(-z))
    return np.mean(y * np.log1p(np.exp(-z))), (p - y) / len(z)
