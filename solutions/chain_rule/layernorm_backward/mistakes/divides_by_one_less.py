import numpy as np


def layernorm(X, g, b, eps):
    mu = X.mean(axis=1, keepdims=True)
    std = np.sqrt(X.var(axis=1, keepdims=True, ddof=min(1, X.shape[1] - 1)) + eps)
    xh = (X - mu) / std
    return g * xh + b, (xh, std, g)


def layernorm_backward(dY, cache):
    xh, std, g = cache
    d = dY * g
    dX = (d - d.mean(1, keepdims=True) - xh * (d * xh).mean(1, keepdims=True)) / std
    return dX, (dY * xh).sum(0), dY.sum(0)
