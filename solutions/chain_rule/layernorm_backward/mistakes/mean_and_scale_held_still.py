import numpy as np


def layernorm(X, g, b, eps):
    mu = X.mean(axis=1, keepdims=True)
    std = np.sqrt(X.var(axis=1, keepdims=True) + eps)
    xh = (X - mu) / std
    return g * xh + b, (xh, std, g)


def layernorm_backward(dY, cache):
    xh, std, g = cache
    return dY * g / std, (dY * xh).sum(0), dY.sum(0)
