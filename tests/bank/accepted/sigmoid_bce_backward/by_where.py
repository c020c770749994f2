import numpy as np


def composed(z, y):
    N = z.size
    p = 1 / (1 + np.exp(-z))
    loss = -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
    # back through the loss to p ...
    dp = -(y / p - (1 - y) / (1 - p)) / N
    # ... and through the sigmoid to z
    return float(loss), dp * p * (1 - p)


def fused(z, y):
    e = np.exp(-np.abs(z))
    p = np.where(z >= 0, 1, e) / (1 + e)
    loss = np.mean(np.maximum(z, 0) - z * y + np.log1p(e))
    return float(loss), (p - y) / len(z)
