import numpy as np


def layernorm(X, g, b, eps):
    mu = X.mean(axis=1, keepdims=True)
    std = np.sqrt(X.var(axis=1, keepdims=True) + eps)
    xh = (X - mu) / std
    return g * xh + b, (xh, std, g)


def layernorm_backward(dY, cache):
    xh, std, g = cache
    dX = g * (dY - dY.mean(1, keepdims=True) - xh * (dY * xh).mean(1, keepdims=True)) / std
    return dX, (dY * xh).sum(0), dY.sum(0)
