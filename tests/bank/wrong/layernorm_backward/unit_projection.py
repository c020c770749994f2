import numpy as np


def layernorm(X, g, b, eps):
    m = X.mean(axis=1, keepdims=True)
    v = X.var(axis=1, keepdims=True)
    r = 1 / np.sqrt(v + eps)
    xhat = (X - m) * r
    return g * xhat + b, (xhat, r, g)


def layernorm_backward(dY, cache):
    xhat, r, g = cache
    d = dY * g
    # remove the shadow on the ones and then the shadow on xhat: two projections
    d = d - d.mean(axis=1, keepdims=True)
    length2 = (xhat**2).sum(axis=1, keepdims=True)
    length2 = np.where(length2 == 0, 1, length2)
    d = d - xhat * (d * xhat).sum(axis=1, keepdims=True) / length2
    return r * d, (dY * xhat).sum(axis=0), dY.sum(axis=0)
