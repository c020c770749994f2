import numpy as np


def layernorm(X, g, b, eps):
    mu = X.mean(axis=0)
    std = np.sqrt(X.var(axis=0) + eps)
    xh = (X - mu) / std
    return g * xh + b, (xh, std, g)


def layernorm_backward(dY, cache):
    xh, std, g = cache
    d = dY * g
    dX = (d - d.mean(0) - xh * (d * xh).mean(0)) / std
    return dX, (dY * xh).sum(0), dY.sum(0)
