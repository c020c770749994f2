import numpy as np


def composed(z, y):
    p = 1 / (1 + np.exp(-z))
    loss = np.mean(-y * np.log(p) - (1 - y) * np.log(1 - p))
    dp = (p - y) / (p * (1 - p)) / len(z)
    return loss, dp * p * (1 - p)


def fused(z, y):
    N = len(z)
    p = np.where(
        z >= 0, 1 / (1 + np.exp(-np.abs(z))), np.exp(-np.abs(z)) / (1 + np.exp(-np.abs(z)))
    )
    # for large scores ln(1 + e^z) is just z
    soft = np.where(z > 15, z, np.log1p(np.exp(np.minimum(z, 15))))
    loss = np.mean(soft - y * z)
    return loss, (p - y) / N
