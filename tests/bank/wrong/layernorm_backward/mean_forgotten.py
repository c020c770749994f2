import numpy as np


def layernorm(X, g, b, eps):
    m = np.mean(X, axis=1).reshape(-1, 1)
    s = np.sqrt(np.var(X, axis=1).reshape(-1, 1) + eps)
    return (X - m) / s * g + b, [X, m, s, g]


def layernorm_backward(dY, cache):
    X, m, s, g = cache
    xhat = (X - m) / s
    d = dY * g
    dX = (d - xhat * np.mean(d * xhat, axis=1).reshape(-1, 1)) / s
    return dX, np.sum(dY * xhat, axis=0), np.sum(dY, axis=0)
