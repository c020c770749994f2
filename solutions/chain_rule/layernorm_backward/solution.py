import numpy as np


def layernorm(X, g, b, eps):
    centred = X - X.mean(axis=1, keepdims=True)
    scale = 1 / np.sqrt((centred**2).mean(axis=1, keepdims=True) + eps)
    normal = centred * scale
    return g * normal + b, (normal, scale, g)


def layernorm_backward(dY, cache):
    normal, scale, g = cache
    upstream = dY * g
    through_mean = upstream.mean(axis=1, keepdims=True)
    through_scale = normal * (upstream * normal).mean(axis=1, keepdims=True)
    dX = scale * (upstream - through_mean - through_scale)
    return dX, (dY * normal).sum(axis=0), dY.sum(axis=0)
