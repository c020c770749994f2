import numpy as np


def composed(z, y):
    p = 1 / (1 + np.exp(-z))
    loss = -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
    return loss, (p - y) / len(z)


def fused(z, y):
    loss = np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z))))
    np.clip(z, -700, 700, out=z)
    z *= -1
    return loss, (1 / (1 + np.exp(z)) - y) / len(z)
