import numpy as np

FROM = 16.0
CONSTANTS = {"FROM": (10.0, 12.0, 15.0, 18.0, 20.0)}


def composed(z, y):
    p = 1 / (1 + np.exp(-z))
    loss = -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
    return loss, (p - y) / len(z)


def fused(z, y):
    e = np.exp(-np.abs(z))
    p = np.where(z >= 0, 1, e) / (1 + e)
    softplus = np.where(z > FROM, z, np.log1p(np.exp(np.minimum(z, FROM))))
    return np.mean(softplus - y * z), (p - y) / len(z)
