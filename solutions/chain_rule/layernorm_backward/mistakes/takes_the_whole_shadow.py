import numpy as np


def layernorm(X, g, b, eps):
    mu = X.mean(axis=1, keepdims=True)
    std = np.sqrt(X.var(axis=1, keepdims=True) + eps)
    xh = (X - mu) / std
    return g * xh + b, (xh, std, g)


def layernorm_backward(dY, cache):
    xh, std, g = cache
    d = dY * g
    d = d - d.mean(axis=1, keepdims=True)
    squares = np.sum(xh**2, axis=1, keepdims=True)
    shadow = np.sum(d * xh, axis=1, keepdims=True) / np.where(squares == 0, 1, squares)
    return (d - shadow * xh) / std, (dY * xh).sum(0), dY.sum(0)
